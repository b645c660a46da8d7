package dateline.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveReaderTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path home;

  @Test
  void listsVersionsOfTheRunsThatCount() throws IOException {
    long first = run(Set.of(), version("a", "Storm"), version("b", "Harvest"));
    long held = run(Set.of(first), version("a", "Gale"));
    long next = run(Set.of(first), version("a", "Calm"));

    try (var reader = new ArchiveReader(home)) {
      assertEquals(List.of(1L, 4L), reader.versions(new ArticleId("a"), Set.of(first, next), NOON));
      assertEquals(
          List.of(1L, 3L, 4L),
          reader.versions(new ArticleId("a"), Set.of(first, held, next), NOON));
      assertEquals(List.of(), reader.versions(new ArticleId("c"), Set.of(first, next), NOON));
    }
  }

  @Test
  void leavesOutWhatIsUnderEmbargo() throws IOException {
    Article.Builder draft = Article.builder("a").source("Wire").headline("Calm");
    long run =
        run(
            Set.of(),
            version("a", "Storm"),
            draft.embargo(Published.parse("2026-01-01T12:00:00Z")).build());

    try (var reader = new ArchiveReader(home)) {
      assertEquals(
          List.of(1L), reader.versions(new ArticleId("a"), Set.of(run), NOON.minusSeconds(1)));
      assertEquals(List.of(1L, 2L), reader.versions(new ArticleId("a"), Set.of(run), NOON));
    }
  }

  private long run(Set<Long> builtOn, Article... articles) throws IOException {
    try (ArchiveStore store = ArchiveStore.open(home, builtOn, ArchiveStore.Opening.FRESH, NOON)) {
      for (Article article : articles) {
        store.add(article);
      }
      store.commit();
      store.end(RunRecord.State.FINISHED);
      return store.run();
    }
  }

  private static Article version(String id, String headline) {
    return Article.builder(id).source("Wire").headline(headline).build();
  }
}
