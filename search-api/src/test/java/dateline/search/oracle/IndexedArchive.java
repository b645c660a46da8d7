package dateline.search.oracle;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.store.EntityIds;
import dateline.index.IndexRun;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.schema.ArticleField;
import dateline.search.IndexedHome;
import dateline.search.lucene.LuceneEngine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/// An archive indexed for real, beside the same articles in memory.
///
/// @param read the articles with their entities, for the oracle
/// @param gone articles that the index held before, with values that none of the others may have
record IndexedArchive(
    IndexedHome home,
    Generation generation,
    LuceneEngine engine,
    List<ScanArticle> read,
    List<ScanArticle> gone,
    ScanNames names)
    implements Closeable {
  /// Today, for dates such as `-7d`.
  static final Instant NOW = Instant.parse("1988-01-03T03:00:00Z");

  /// Indexes the articles, where their number is odd in two deliveries, so that the second replaces
  /// articles of the first.
  ///
  /// @param folder empty
  /// @param lists the gazetteer, with nothing minted yet
  static IndexedArchive of(List<Article> articles, Path folder, ScanNames lists)
      throws IOException, IndexRun.RunInProgress {
    var home =
        new IndexedHome(
            folder.resolve("home"), lists.gazetteer(), Clock.fixed(NOW, ZoneOffset.UTC));
    int half = articles.size() % 2 == 0 ? articles.size() : articles.size() / 2;
    for (List<Article> delivery :
        List.of(articles.subList(0, half), articles.subList(half, articles.size()))) {
      if (delivery.isEmpty()) {
        continue;
      }
      Path file = Files.createTempFile(folder, "delivery", ".jsonl");
      home.index(Files.writeString(file, RandomArchive.jsonLines(delivery)));
    }
    ScanNames names = lists.withMinted(EntityIds.all(home.path()));
    List<ScanArticle> read =
        RandomStories.of(names.read(RandomArchive.latest(articles), home.path()), articles.size());
    RandomStories.publish(read, home.path());
    return new IndexedArchive(home, live(home), home.open(), read, List.of(), names);
  }

  /// The same articles in an index that several runs carried on, as a second generation of the same
  /// home, which becomes the live one.
  IndexedArchive carriedOn(long seed) throws IOException {
    var index = new CarriedOnIndex(this, new Random(seed));
    index.publish();
    ScanNames known = names.withMinted(EntityIds.all(home.path()));
    List<ScanArticle> gone = known.read(index.gone(), home.path());
    return new IndexedArchive(home, live(home), home.open(), read, gone, known);
  }

  private static Generation live(IndexedHome home) throws IOException {
    return new GenerationStore(home.path()).live().orElseThrow();
  }

  /// The oracle for this archive.
  ScanEngine oracle() {
    return oracle(ScanEngine.SHARE);
  }

  ScanEngine oracle(double share) {
    return new ScanEngine(read, names, share, NOW);
  }

  List<ArticleId> ids() {
    return read.stream().map(scanned -> scanned.article().id()).toList();
  }

  /// What articles have in each field.
  Map<ArticleField, List<String>> values() {
    return values(read);
  }

  /// As [#values], with what only articles have that are gone.
  Map<ArticleField, List<String>> valuesEver() {
    return values(Stream.concat(read.stream(), gone.stream()).toList());
  }

  private static Map<ArticleField, List<String>> values(List<ScanArticle> articles) {
    var values = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    for (ArticleField field : ArticleField.values()) {
      var all = new TreeSet<String>();
      articles.forEach(article -> all.addAll(article.values(field)));
      values.put(field, List.copyOf(all));
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    engine.close();
  }
}
