package dateline.search.oracle;

import dateline.corpus.Article;
import dateline.corpus.store.EntityIds;
import dateline.index.IndexRun;
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
import java.util.TreeSet;

/// An archive indexed for real, beside the same articles in memory.
///
/// @param read the articles with their entities, for the oracle
record IndexedArchive(LuceneEngine engine, List<ScanArticle> read, ScanNames names)
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
    List<ScanArticle> read = names.read(RandomArchive.latest(articles), home.path());
    return new IndexedArchive(home.open(), read, names);
  }

  /// The oracle for this archive.
  ScanEngine oracle() {
    return oracle(ScanEngine.SHARE);
  }

  ScanEngine oracle(double share) {
    return new ScanEngine(read, names, share, NOW);
  }

  Map<ArticleField, List<String>> values() {
    var values = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    for (ArticleField field : ArticleField.values()) {
      var all = new TreeSet<String>();
      read.forEach(article -> all.addAll(article.values(field)));
      values.put(field, List.copyOf(all));
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    engine.close();
  }
}
