package dateline.index.lucene;

import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.generation.IndexedArticle;
import dateline.index.learn.TermRarity;
import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Fills an empty folder with a Lucene index, or carries one on. Many threads may write at once,
/// each about articles of its own.
///
/// What is replaced or removed stays in its segment as a deleted document, until a merge leaves it
/// out.
public final class LuceneWriter implements Closeable {
  private static final String SEQUENCE = "sequence";
  private static final String VERSIONS = "versions";

  /// Enough for segments of some ten thousand articles while the whole run stays under 1 GB of
  /// heap.
  private static final double BUFFER_MEGABYTES = 96;

  private final Directory directory;
  private final ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
  private final ExpungingMerges expunging = new ExpungingMerges();
  private final IndexWriter writer;
  private final OpenMode mode;

  /// Onto an empty folder.
  public LuceneWriter(Path folder) throws IOException {
    this(FSDirectory.open(folder), OpenMode.CREATE);
  }

  LuceneWriter(Directory directory, OpenMode mode) throws IOException {
    this.directory = directory;
    this.mode = mode;
    var config = new IndexWriterConfig(ArticleAnalyzers.perField());
    config.setOpenMode(mode);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setUseCompoundFile(false);
    config.setCommitOnClose(false);
    config.setMergeScheduler(merges);
    config.setMergePolicy(expunging);
    writer = new IndexWriter(directory, config);
  }

  /// Carries on a finished index. Its files are never written again: new ones stand beside them,
  /// and those that nothing needs any more are unlinked, so that they may be hard links.
  public static LuceneWriter onto(Path folder) throws IOException {
    return new LuceneWriter(FSDirectory.open(folder), OpenMode.APPEND);
  }

  /// Adds an article whose id the index does not hold.
  public void add(IndexedArticle article) throws IOException {
    writer.addDocument(ArticleDocument.of(article));
  }

  /// Puts an article in the place of the one with its id, if there is one.
  public void replace(IndexedArticle article) throws IOException {
    writer.updateDocument(key(article.article().id().value()), ArticleDocument.of(article));
  }

  /// Removes the article with this id, if there is one.
  public void remove(String id) throws IOException {
    writer.deleteDocuments(key(id));
  }

  /// Removes articles of the index that was carried on, and every trace of their texts, also from
  /// documents that were deleted before: the segments that hold one are written anew, terms and
  /// all.
  public void expunge(Collection<String> ids) throws IOException {
    expunging.of(directory, ids.stream().map(LuceneWriter::key).toList());
    if (!expunging.isIdle()) {
      for (String id : ids) {
        remove(id);
      }
      writer.commit();
      writer.forceMergeDeletes(true);
      writer.commit();
    }
  }

  /// Puts the article with this id into a group of near-identical ones.
  ///
  /// @param story the least sequence among them; 0 for none
  public void group(String id, long story) throws IOException {
    writer.updateNumericDocValue(key(id), IndexNames.STORY, story);
  }

  /// What has been written so far, to form groups of. To be closed before [#finish].
  public BandIndex bands() throws IOException {
    return new BandIndex(writer);
  }

  private static Term key(String id) {
    return new Term(IndexNames.ID, id);
  }

  /// Up to where an unfinished index goes.
  ///
  /// @param sequence number of the last version in it
  /// @param versions of all that decides what an article becomes, as the builder names them
  public record Checkpoint(long sequence, String versions) {}

  /// Brings everything so far to the disk, so that a killed run can be gone on with.
  public void mark(Checkpoint checkpoint) throws IOException {
    var noted = Map.of(SEQUENCE, Long.toString(checkpoint.sequence), VERSIONS, checkpoint.versions);
    writer.setLiveCommitData(noted.entrySet());
    writer.commit();
  }

  /// The last checkpoint of the index in a folder; empty when there is none, or what is there
  /// cannot be opened.
  public static Optional<Checkpoint> checkpoint(Path folder) {
    try (Directory directory = FSDirectory.open(folder)) {
      Map<String, String> noted = SegmentInfos.readLatestCommit(directory).getUserData();
      String sequence = noted.get(SEQUENCE);
      return sequence == null
          ? Optional.empty()
          : Optional.of(new Checkpoint(Long.parseLong(sequence), noted.getOrDefault(VERSIONS, "")));
    } catch (IOException _) { // it was killed before the first one
      return Optional.empty();
    }
  }

  /// Waits for merges and brings everything to the disk.
  public void finish() throws IOException {
    writer.flush();
    if (mode == OpenMode.CREATE) {
      merges.sync();
      expunging.leaveFew();
      writer.maybeMerge();
    }
    merges.sync(); // or the next run would find them still to be done
    writer.setLiveCommitData(Map.<String, String>of().entrySet());
    writer.commit();
  }

  /// Articles that the index holds now.
  public long articles() {
    return writer.getDocStats().numDocs;
  }

  /// Counts the articles that hold each term of a twin's headline or body; deleted ones do not
  /// count.
  public TermRarity rarity(Twin twin) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      var builder = new TermRarity.Builder();
      Bits live = MultiBits.getLiveDocs(reader);
      List<TermsEnum> fields = new ArrayList<>();
      for (Part part : List.of(Part.HEADLINE, Part.BODY)) {
        Terms terms = MultiTerms.getTerms(reader, new TextField(part, twin, Form.STEMMED).name());
        if (terms != null) {
          TermsEnum each = terms.iterator();
          BytesRef first = each.next();
          while (first != null && IndexNames.isAny(first.utf8ToString())) {
            first = each.next();
          }
          if (first != null) {
            fields.add(each);
          }
        }
      }
      while (!fields.isEmpty()) {
        addLeast(fields, live, builder);
      }
      return builder.build(reader.numDocs());
    }
  }

  /// Adds the least term that any field stands at, and moves those fields on.
  private static void addLeast(
      List<TermsEnum> fields, @Nullable Bits live, TermRarity.Builder builder) throws IOException {
    BytesRef least = BytesRef.deepCopyOf(fields.getFirst().term());
    for (TermsEnum field : fields) {
      if (field.term().compareTo(least) < 0) {
        least = BytesRef.deepCopyOf(field.term());
      }
    }
    int count = 0;
    for (var each = fields.iterator(); each.hasNext(); ) {
      TermsEnum field = each.next();
      if (field.term().equals(least)) {
        count = Math.max(count, LiveCount.of(field, live));
        if (field.next() == null) {
          each.remove();
        }
      }
    }
    if (count > 0) {
      byte[] term = Arrays.copyOfRange(least.bytes, least.offset, least.offset + least.length);
      builder.add(term, count);
    }
  }

  /// Reads a finished index from end to end.
  ///
  /// @return how many articles it holds; deleted ones do not count
  /// @throws IOException when a part of it does not match its checksum, or two articles have one id
  public static long verify(Path folder) throws IOException {
    return verify(folder, _ -> true);
  }

  /// As [#verify(Path)], of those segments alone of which a file is new.
  ///
  /// @param isNew tells of a file's name whether no earlier generation has it
  public static long verify(Path folder, Predicate<String> isNew) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (files(leaf).stream().anyMatch(isNew)) {
          leaf.reader().checkIntegrity();
          readStored(leaf.reader());
        }
      }
      checkIds(reader);
      return reader.numDocs();
    }
  }

  private static void readStored(LeafReader segment) throws IOException {
    StoredFields stored = segment.storedFields();
    Bits live = segment.getLiveDocs();
    for (int article = 0; article < segment.maxDoc(); article++) {
      if (live == null || live.get(article)) {
        stored.document(article);
      }
    }
  }

  private static Collection<String> files(LeafReaderContext leaf) {
    return leaf.reader() instanceof SegmentReader segment
        ? segment.getSegmentInfo().info.files()
        : List.of();
  }

  /// An article that was added instead of replaced would be found twice.
  private static void checkIds(IndexReader reader) throws IOException {
    Terms ids = MultiTerms.getTerms(reader, IndexNames.ID);
    if (ids == null) {
      return;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    TermsEnum each = ids.iterator();
    for (BytesRef id; (id = each.next()) != null; ) {
      if (LiveCount.of(each, live) > 1) {
        throw new IOException(
            "the index holds article " + id.utf8ToString() + " twice. Index again in full.");
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      writer.close();
    }
  }
}
