package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.ArticleId;
import dateline.index.IndexOptions;
import dateline.search.IndexedHome;
import dateline.search.engine.ArticlePart;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.VersionChange;
import dateline.search.engine.VersionText;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which versions of a story may be read, after runs of every kind.
final class VersionsTest {
  private static final ArticleId STORY = new ArticleId("storm");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init") // made before each
  private IndexedHome home;

  @BeforeEach
  void open() throws IOException {
    home = IndexedHome.at(folder.resolve("home"));
  }

  @Test
  void eachRunBringsOne() throws Exception {
    deliver("\"headline\": \"Storm\", \"body\": \"Three ships sank.\", \"version\": \"1a\"");
    deliver("\"headline\": \"Storm\", \"body\": \"Four ships sank.\", \"correction\": \"Four.\"");
    deliver("\"headline\": \"Calm\", \"body\": \"Four ships sank.\", \"section\": \"World\"");

    try (LuceneEngine engine = home.open()) {
      assertEquals(
          List.of(
              new ArticleVersion(1, false, "1a", "Storm", null, null, null, null),
              new ArticleVersion(
                  2,
                  false,
                  null,
                  "Storm",
                  null,
                  null,
                  "Four.",
                  new VersionChange(List.of(ArticlePart.BODY), 1, 1)),
              new ArticleVersion(
                  3,
                  true,
                  null,
                  "Calm",
                  null,
                  null,
                  null,
                  new VersionChange(List.of(ArticlePart.HEADLINE, ArticlePart.SECTION), 1, 1))),
          engine.versions(STORY));
      assertEquals("Three ships sank.", body(engine.version(STORY, 1)));
      assertEquals("Four ships sank.", body(engine.version(STORY, 3)));
      assertEquals(Optional.empty(), engine.version(STORY, 4));
      assertEquals(List.of(), engine.versions(new ArticleId("nobody")));
    }
  }

  @Test
  void whatWasRolledBackIsNotAmongThem() throws Exception {
    deliver("\"headline\": \"Storm\"");
    deliver("\"headline\": \"Gale\"");
    Told.by("rollback", "--index", home.path()).ended(0);
    assertEquals(List.of("Storm"), headlines());

    deliver("\"headline\": \"Calm\"");

    assertEquals(List.of("Storm", "Calm"), headlines());
  }

  @Test
  void anEmbargoedOneWaitsForTheRunThatPublishesIt() throws Exception {
    deliver("\"headline\": \"Storm\"");
    deliver("\"headline\": \"Gale\", \"embargo\": \"2026-11-23T13:00:00Z\"");
    deliver("\"headline\": \"Calm\"");
    IndexedHome later = home.on(Instant.parse("2026-11-23T13:00:00Z"));
    assertEquals(List.of("Storm", "Calm"), headlines());
    assertEquals(List.of("Storm", "Calm"), headlines(later), "no run has published it yet");

    later.index(delivery("\"headline\": \"Harvest\"", "other"));

    assertEquals(List.of("Storm", "Gale", "Calm"), headlines(later));
    assertEquals(List.of("Storm", "Calm"), headlines(), "a clock that jumped back");
  }

  @Test
  void aWithdrawnStoryHasNone() throws Exception {
    deliver("\"headline\": \"Storm\"");
    deliver("\"headline\": \"Storm\", \"status\": \"withdrawn\"");

    assertEquals(List.of(), headlines());
    try (LuceneEngine engine = home.open()) {
      assertEquals(Optional.empty(), engine.version(STORY, 1));
    }
  }

  @Test
  void whatWasAbsentForANightComesBackAsTheVersionItWas() throws Exception {
    deliver("\"headline\": \"Storm\"");
    home.index(
        IndexOptions.Mode.INCREMENTAL,
        Set.of(IndexOptions.Wish.COMPLETE, IndexOptions.Wish.FORCE),
        delivery("\"headline\": \"Harvest\"", "other"));
    assertEquals(List.of(), headlines());

    deliver("\"headline\": \"Storm\"");
    assertEquals(List.of("Storm"), headlines());

    deliver("\"headline\": \"Calm\"");
    assertEquals(List.of("Storm", "Calm"), headlines());
  }

  private void deliver(String fields) throws Exception {
    home.index(delivery(fields, STORY.value()));
  }

  private Path delivery(String fields, String id) throws IOException {
    return Files.writeString(
        folder.resolve("delivery.jsonl"),
        "{\"id\": \"%s\", \"source\": \"Wire\", %s}%n".formatted(id, fields));
  }

  private List<String> headlines() throws IOException {
    return headlines(home);
  }

  private static List<String> headlines(IndexedHome at) throws IOException {
    try (LuceneEngine engine = at.open()) {
      return engine.versions(STORY).stream().map(ArticleVersion::headline).toList();
    }
  }

  private static String body(Optional<VersionText> version) {
    return version.orElseThrow().article().body();
  }
}
