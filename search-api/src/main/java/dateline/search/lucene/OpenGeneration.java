package dateline.search.lucene;

import dateline.index.generation.Generation;
import dateline.index.learn.TermRarity;
import dateline.index.schema.ArticleField;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/// A generation that is open for searching. Stays open while anyone uses it, even after its files
/// are removed.
final class OpenGeneration implements Closeable {
  private final Generation generation;
  private final DirectoryReader whole;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final EntityDirectory names;
  private final Map<Twin, TermRarity> rarities;
  private final Map<ArticleField, GlobalOrdinals> ordinals;
  private final Map<ArticleField, ShownValues> values = new EnumMap<>(ArticleField.class);
  private final Map<ArticleField, Containment> containments = new EnumMap<>(ArticleField.class);
  private final Map<ArticleField, int[]> totals = new ConcurrentHashMap<>();
  private final GistCache gists = new GistCache();
  private volatile @Nullable PublishedDays days;
  private final List<Twin> twins;
  private final Stories stories;
  private final Purpose purpose;
  private final EntityLookup entities;
  private final Vocabulary vocabulary;

  /// What a generation is open for.
  enum Purpose {
    ALL,
    /// Search lists alone: what completes what somebody types is left out, and its memory free.
    LISTS
  }

  /// @param hidden ids of articles that were taken back
  /// @param before shares its learned tables where they are the same
  static OpenGeneration open(
      Generation generation,
      EntityDirectory names,
      Collection<String> hidden,
      RankingWeights weights,
      @Nullable OpenGeneration before,
      Purpose purpose)
      throws IOException {
    Map<Twin, TermRarity> rarities =
        before != null && before.generation.tables().equals(generation.tables())
            ? before.rarities
            : rarities(generation);
    var whole = DirectoryReader.open(FSDirectory.open(generation.directory()));
    try {
      DirectoryReader shown = HidingReader.without(whole, hidden);
      return new OpenGeneration(generation, names, weights, rarities, whole, shown, purpose);
    } finally {
      whole.decRef(); // it takes part as long as it is open
    }
  }

  /// @param whole with the articles that are hidden
  /// @param reader without them; becomes its own to close
  private OpenGeneration(
      Generation generation,
      EntityDirectory names,
      RankingWeights weights,
      Map<Twin, TermRarity> rarities,
      DirectoryReader whole,
      DirectoryReader reader,
      Purpose purpose)
      throws IOException {
    this.generation = generation;
    this.names = names;
    this.purpose = purpose;
    this.rarities = rarities;
    this.whole = whole;
    this.reader = reader;
    try {
      twins = twinsIn(new IndexSearcher(reader));
      searcher = new ArchiveSearcher(reader, twins);
      searcher.setSimilarity(new BM25Similarity(weights.k1(), weights.b()));
      searcher.setQueryCache(
          null); // each search is one pass; a cache of parts would only hold memory
      stories = Stories.read(reader);
      ordinals = new EnumMap<>(ArticleField.class);
      for (ArticleField field : ArticleField.values()) {
        GlobalOrdinals found = GlobalOrdinals.of(reader, field);
        if (found != null) {
          ordinals.put(field, found);
        }
      }
      vocabulary = purpose == Purpose.ALL ? Vocabulary.read(reader) : Vocabulary.NONE;
      entities = readNames();
    } catch (IOException | RuntimeException e) {
      reader.decRef();
      throw e;
    }
  }

  private static Map<Twin, TermRarity> rarities(Generation generation) throws IOException {
    var rarities = new EnumMap<Twin, TermRarity>(Twin.class);
    for (Twin twin : Twin.values()) {
      rarities.put(twin, TermRarity.read(generation.tables().resolve(twin.rarityFile())));
    }
    return rarities;
  }

  /// The same generation under other names or for less; takes part in it.
  private OpenGeneration(OpenGeneration other, EntityDirectory names, Purpose purpose)
      throws IOException {
    generation = other.generation;
    whole = other.whole;
    reader = other.reader;
    searcher = other.searcher;
    rarities = other.rarities;
    ordinals = other.ordinals;
    twins = other.twins;
    stories = other.stories;
    vocabulary = purpose == Purpose.ALL ? other.vocabulary : Vocabulary.NONE;
    this.names = names;
    this.purpose = purpose;
    entities = readNames();
    reader.incRef();
  }

  /// The same generation, shown under other names and ids; to be closed like this one.
  OpenGeneration named(EntityDirectory names) throws IOException {
    return new OpenGeneration(this, names, purpose);
  }

  /// The same generation without articles that were taken back; to be closed like this one.
  OpenGeneration hiding(Collection<String> hidden, RankingWeights weights) throws IOException {
    DirectoryReader shown = HidingReader.without(whole, hidden);
    return new OpenGeneration(generation, names, weights, rarities, whole, shown, purpose);
  }

  /// The same generation with some of its articles alone; to be closed like this one.
  ///
  /// @param shown numbers of articles
  OpenGeneration showing(FixedBitSet shown, RankingWeights weights) throws IOException {
    DirectoryReader part = HidingReader.showing(reader, shown);
    return new OpenGeneration(generation, names, weights, rarities, reader, part, purpose);
  }

  /// The same generation for search lists alone, in less memory; to be closed like this one.
  OpenGeneration forLists() throws IOException {
    return new OpenGeneration(this, names, Purpose.LISTS);
  }

  private EntityLookup readNames() throws IOException {
    for (GlobalOrdinals found : ordinals.values()) {
      var shown = ShownValues.of(found, names);
      values.put(found.field(), shown);
      Containment tree = Containment.of(shown, names);
      if (tree != null) {
        containments.put(found.field(), tree);
      }
    }
    return purpose == Purpose.ALL ? EntityLookup.of(searcher, values, names) : EntityLookup.NONE;
  }

  /// @param withdrawals the state of what was taken back
  EngineStatus status(String withdrawals) {
    var manifest = generation.manifest();
    return new EngineStatus(
        manifest.name(),
        Scope.current().map(Scope::text).orElse(""),
        names.edits(),
        withdrawals,
        reader.numDocs(),
        manifest.built(),
        manifest.schema());
  }

  String name() {
    return generation.name();
  }

  Generation generation() {
    return generation;
  }

  IndexReader reader() {
    return reader;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  EntityDirectory names() {
    return names;
  }

  EntityLookup entities() {
    return entities;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /// Twins that hold articles; English when there is no article at all.
  List<Twin> twins() {
    return twins;
  }

  /// Its groups of near-identical articles.
  Stories stories() {
    return stories;
  }

  TermRarity rarity(Twin twin) {
    return Objects.requireNonNull(rarities.get(twin));
  }

  /// Null when no article has a value in the field.
  @Nullable ShownValues values(ArticleField field) {
    return values.get(field);
  }

  /// Articles with each value of a field, by the ordinals of [#values(ArticleField)].
  int[] totals(ArticleField field) throws IOException {
    int[] known = totals.get(field);
    if (known == null) {
      var counter = new FacetCounter(Objects.requireNonNull(values.get(field)));
      for (LeafReaderContext leaf : reader.leaves()) {
        counter.open(leaf);
        DocIdSetIterator articles =
            LiveArticles.of(DocIdSetIterator.all(leaf.reader().maxDoc()), leaf);
        for (int article; (article = articles.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
          counter.count(article);
        }
      }
      known = counter.counts();
      totals.put(field, known);
    }
    return known;
  }

  /// What articles tell, under these names.
  GistCache gists() {
    return gists;
  }

  PublishedDays days() throws IOException {
    PublishedDays known = days;
    if (known == null) {
      known = PublishedDays.read(reader);
      days = known; // two threads may both have read them: the same
    }
    return known;
  }

  /// Null for a field whose values lie side by side.
  @Nullable Containment containment(ArticleField field) {
    return containments.get(field);
  }

  /// Takes part in the generation; to be given back by [#release]. False when it has been closed.
  boolean acquire() {
    return reader.tryIncRef();
  }

  void release() throws IOException {
    reader.decRef();
  }

  /// Gives up the opener's own part; files are closed when the last user has released.
  @Override
  public void close() throws IOException {
    reader.decRef();
  }

  private static List<Twin> twinsIn(IndexSearcher searcher) throws IOException {
    var twins = new ArrayList<Twin>();
    for (Twin twin : Twin.values()) {
      boolean hasArticle = false;
      for (Part part : Part.values()) {
        String field = new TextField(part, twin, Form.STEMMED).name();
        hasArticle |= LiveArticles.match(new FieldExistsQuery(field), searcher);
      }
      if (hasArticle) {
        twins.add(twin);
      }
    }
    return twins.isEmpty() ? List.of(Twin.ENGLISH) : List.copyOf(twins);
  }

  /// The values of a field over all segments, in order.
  ///
  /// @param perSegment maps a segment's ordinals to those of the whole; null when there is one
  ///   segment
  /// @param count how many values there are
  /// @param held those that an article has which is not deleted; null where none is deleted
  record GlobalOrdinals(
      ArticleField field,
      IndexReader reader,
      @Nullable OrdinalMap perSegment,
      int count,
      @Nullable FixedBitSet held) {
    /// Null when no article has a value.
    static @Nullable GlobalOrdinals of(DirectoryReader reader, ArticleField field)
        throws IOException {
      SortedSetDocValues values = MultiDocValues.getSortedSetValues(reader, field.parameter());
      if (values == null) {
        return null;
      }
      var perSegment =
          values instanceof MultiDocValues.MultiSortedSetDocValues multi ? multi.mapping : null;
      int count = Math.toIntExact(values.getValueCount());
      if (!reader.hasDeletions()) {
        return new GlobalOrdinals(field, reader, perSegment, count, null);
      }
      FixedBitSet held = held(reader, field, perSegment, count);
      return held.cardinality() == 0
          ? null
          : new GlobalOrdinals(field, reader, perSegment, count, held);
    }

    private static FixedBitSet held(
        DirectoryReader reader, ArticleField field, @Nullable OrdinalMap perSegment, int count)
        throws IOException {
      var held = new FixedBitSet(count);
      for (LeafReaderContext leaf : reader.leaves()) {
        LongValues toGlobal =
            perSegment == null ? LongValues.IDENTITY : perSegment.getGlobalOrds(leaf.ord);
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field.parameter());
        DocIdSetIterator articles = LiveArticles.of(values, leaf);
        while (articles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          for (int i = values.docValueCount(); i > 0; i--) {
            held.set((int) toGlobal.get(values.nextOrd()));
          }
        }
      }
      return held;
    }

    /// Whether any article has the value that is not deleted.
    boolean isHeld(int ordinal) {
      return held == null || held.get(ordinal);
    }

    /// The ordinal of a value; negative when no article has it.
    ///
    /// @param values of this field, for the calling thread
    int ordinal(String value, SortedSetDocValues values) throws IOException {
      int ordinal = (int) values.lookupTerm(new BytesRef(value));
      return ordinal >= 0 && isHeld(ordinal) ? ordinal : -1;
    }

    /// The values for one thread: looking one up moves a pointer.
    SortedSetDocValues values() throws IOException {
      List<LeafReaderContext> leaves = reader.leaves();
      if (perSegment == null) {
        for (LeafReaderContext leaf : leaves) {
          SortedSetDocValues only = leaf.reader().getSortedSetDocValues(field.parameter());
          if (only != null) {
            return only;
          }
        }
      }
      var segments = new SortedSetDocValues[leaves.size()];
      int[] starts = new int[leaves.size() + 1];
      for (int i = 0; i < segments.length; i++) {
        segments[i] = DocValues.getSortedSet(leaves.get(i).reader(), field.parameter());
        starts[i] = leaves.get(i).docBase;
      }
      starts[segments.length] = reader.maxDoc();
      return new MultiDocValues.MultiSortedSetDocValues(
          segments, starts, Objects.requireNonNull(perSegment), 0);
    }
  }
}
