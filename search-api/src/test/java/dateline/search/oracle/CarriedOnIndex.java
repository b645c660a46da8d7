package dateline.search.oracle;

import dateline.corpus.Article;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.IndexedArticle;
import dateline.index.generation.Manifest;
import dateline.index.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Writes what an archive holds once more, as several runs would have left it: in several segments,
/// with other versions of its articles and articles of its own that were there before and are gone.
final class CarriedOnIndex {
  /// Words and values that no other article has.
  private static final List<Article> STRANGE =
      List.of(
          Article.builder("gone-strange")
              .source("Gone Gazette")
              .headline("Xylophone zeppelin lands in Reykjavik")
              .body("They saw Nina Zandvoort in Iceland. Nina Zandvoort plays the xylophone.")
              .byline("By Gone Writer")
              .section("Gone")
              .language("en")
              .type("gone")
              .sourceTag("topics", "gone")
              .build(),
          Article.builder("gone-german")
              .source("Gone Gazette")
              .headline("Gipfel über Zölle, Xylofon inbegriffen")
              .body("Die Ministerin sah Nina Zandvoort in Reykjavik.")
              .language("de")
              .build());

  private static final int SESSIONS = 4;

  private final IndexedArchive archive;
  private final Random random;
  private final List<Article> gone = new ArrayList<>(STRANGE);

  CarriedOnIndex(IndexedArchive archive, Random random) {
    this.archive = archive;
    this.random = random;
    List<Article> others = RandomArchive.latest(new RandomArchive(random.nextLong()).articles());
    for (int i = 0; i < others.size() / 2; i++) {
      gone.add(others.get(i).withId(new dateline.corpus.ArticleId("gone-" + i)));
    }
  }

  /// Articles that are in the files of the index and not in the index.
  List<Article> gone() {
    return List.copyOf(gone);
  }

  private interface Step {
    void run(LuceneWriter writer) throws IOException;
  }

  Generation publish() throws IOException {
    Path home = archive.home().path();
    var generations = new GenerationStore(home);
    Generation whole = generations.live().orElseThrow();
    String name = "20300101T000000Z-" + whole.manifest().runs().last();
    Path draft = generations.draft(name);
    write(draft, home);
    Manifest like = whole.manifest();
    Generation next =
        generations.complete(
            draft,
            new Manifest(
                name,
                like.schema(),
                like.analyzers(),
                like.gazetteer(),
                like.recognizers(),
                like.meaning(),
                like.tables(),
                like.runs(),
                LuceneWriter.verify(draft),
                like.built(),
                like.lineage(),
                GenerationStore.seal(draft)));
    generations.publish(next);
    return next;
  }

  private void write(Path draft, Path home) throws IOException {
    List<IndexedArticle> right =
        archive
            .names()
            .indexed(
                archive.read().stream().map(ScanArticle::article).toList(), this::sequence, home);
    List<IndexedArticle> stale = archive.names().indexed(stale(right.size() / 2), _ -> 0, home);
    List<IndexedArticle> removed = archive.names().indexed(gone, _ -> 0, home);
    int there = stale.size() + (right.size() - stale.size()) / 2;
    try (var writer = new LuceneWriter(draft)) {
      for (IndexedArticle article : stale) {
        writer.add(article);
      }
      for (IndexedArticle article : right.subList(stale.size(), there)) {
        writer.add(article);
      }
      for (IndexedArticle article : removed) {
        writer.add(article);
      }
      writer.finish();
    }
    var steps = new ArrayList<Step>();
    right.subList(0, stale.size()).forEach(article -> steps.add(w -> w.replace(article)));
    right.subList(there, right.size()).forEach(article -> steps.add(w -> w.replace(article)));
    removed.forEach(article -> steps.add(w -> w.remove(article.article().id().value())));
    Collections.shuffle(steps, random);
    for (int session = 0; session < SESSIONS; session++) {
      try (var writer = LuceneWriter.onto(draft)) {
        for (Step step :
            steps.subList(
                session * steps.size() / SESSIONS, (session + 1) * steps.size() / SESSIONS)) {
          step.run(writer);
        }
        for (ScanArticle article : archive.read()) {
          boolean isLast = session == SESSIONS - 1;
          writer.group(
              article.article().id().value(), isLast ? article.story() : random.nextInt(5));
        }
        writer.finish();
      }
    }
  }

  private long sequence(Article article) {
    try {
      return archive.engine().version(article.id()).orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Other texts under the ids of the first articles.
  private List<Article> stale(int count) {
    List<Article> others = RandomArchive.latest(new RandomArchive(random.nextLong()).articles());
    return IntStream.range(0, count)
        .mapToObj(i -> others.get(i % others.size()).withId(archive.read().get(i).article().id()))
        .toList();
  }
}
