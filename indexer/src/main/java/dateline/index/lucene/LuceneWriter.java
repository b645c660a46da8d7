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
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// Fills an empty folder with a Lucene index. Many threads may add at once.
public final class LuceneWriter implements Closeable {
  /// Enough for segments of some ten thousand articles while the whole run stays under 1 GB of
  /// heap.
  private static final double BUFFER_MEGABYTES = 96;

  private final Directory directory;
  private final IndexWriter writer;

  public LuceneWriter(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    var config = new IndexWriterConfig(ArticleAnalyzers.perField());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setUseCompoundFile(false);
    config.setCommitOnClose(false);
    writer = new IndexWriter(directory, config);
  }

  public void add(IndexedArticle article) throws IOException {
    writer.addDocument(ArticleDocument.of(article));
  }

  /// Brings everything to the disk and waits for merges.
  public void finish() throws IOException {
    writer.commit();
  }

  /// Counts the articles that hold each term of a twin's headline or body.
  public TermRarity rarity(Twin twin) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      var builder = new TermRarity.Builder();
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
        addLeast(fields, builder);
      }
      return builder.build(reader.numDocs());
    }
  }

  /// Adds the least term that any field stands at, and moves those fields on.
  private static void addLeast(List<TermsEnum> fields, TermRarity.Builder builder)
      throws IOException {
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
        count = Math.max(count, field.docFreq());
        if (field.next() == null) {
          each.remove();
        }
      }
    }
    builder.add(Arrays.copyOfRange(least.bytes, least.offset, least.offset + least.length), count);
  }

  /// Reads a finished index from end to end.
  ///
  /// @return how many articles it holds
  /// @throws IOException when a part of it does not match its checksum
  public static long verify(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
        var stored = leaf.reader().storedFields();
        for (int article = 0; article < leaf.reader().maxDoc(); article++) {
          stored.document(article);
        }
      }
      return reader.numDocs();
    }
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      writer.close();
    }
  }
}
