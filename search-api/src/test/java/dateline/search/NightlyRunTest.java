package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.EntityEdit;
import dateline.corpus.store.EntityEdits;
import dateline.index.IndexOptions;
import dateline.index.IndexOptions.Mode;
import dateline.index.IndexOptions.Wish;
import dateline.index.IndexRun;
import dateline.index.Progress;
import dateline.index.RunReport;
import dateline.index.RunReport.Outcome;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.search.engine.EntityProfile;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run makes of what changed since the last one.
final class NightlyRunTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
  private static final int ARTICLES = 40;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init") // made before each
  private IndexedHome home;

  @BeforeEach
  void indexAnArchive() throws Exception {
    home = IndexedHome.at(folder.resolve("home")).on(MONDAY);
    home.index(delivery("first", IntStream.range(0, ARTICLES).mapToObj(NightlyRunTest::article)));
  }

  @Test
  void publishesNothingWhenNothingIsNew() throws Exception {
    Generation before = live();

    RunReport report =
        tomorrow().index(delivery("again", Stream.of(article(3), article(ARTICLES - 1))));

    assertEquals(Outcome.NOTHING_NEW, report.outcome());
    assertNull(report.generation());
    assertEquals(new RunReport.Account(0, 0, 2, 0, 0, 0), report.account());
    assertEquals(before, live());
  }

  @Test
  void writesWhatChangedAndSharesTheRest() throws Exception {
    Generation before = live();

    RunReport report =
        tomorrow()
            .index(
                delivery(
                    "changed",
                    Stream.of(article(3), article(4).replace("budget", "tariff"), article(99))));

    assertEquals(Outcome.PUBLISHED, report.outcome());
    assertEquals("on " + before.name(), report.how());
    assertEquals(new RunReport.Account(1, 1, 1, 0, 0, 0), report.account());
    assertEquals(2, report.written());
    assertEquals(ARTICLES + 1, live().manifest().articles());
    assertEquals(before.manifest().tables(), live().manifest().tables());
    Set<String> shared =
        live().manifest().files().keySet().stream()
            .filter(before.manifest().files().keySet()::contains)
            .collect(Collectors.toSet());
    assertTrue(shared.size() > 10, shared::toString);
    for (String file : shared) {
      assertTrue(
          Files.isSameFile(live().directory().resolve(file), before.directory().resolve(file)),
          file);
    }
    assertEquals(List.of(), new GenerationStore(home.path()).damages(before));
    try (LuceneEngine engine = home.open()) {
      assertTrue(text(engine, "a4").contains("tariff"));
      assertEquals(ARTICLES + 1, engine.status().articles());
    }
  }

  @Test
  void removesWhatItsPublisherTookBack() throws Exception {
    String gone = article(5).replace("{", "{\"status\": \"withdrawn\", ");

    RunReport report = tomorrow().index(delivery("gone", Stream.of(gone)));

    assertEquals(1, report.account().withdrawn());
    assertEquals(ARTICLES - 1, live().manifest().articles());
    try (LuceneEngine engine = home.open()) {
      assertEquals(Optional.empty(), engine.find(new ArticleId("a5")));
    }
  }

  @Test
  void anOldVersionDeliveredOnceMoreDoesNotReviveAWithdrawnArticle() throws Exception {
    String gone = article(5).replace("{", "{\"status\": \"withdrawn\", ");
    tomorrow().index(delivery("gone", Stream.of(gone)));

    RunReport report =
        home.on(MONDAY.plus(Duration.ofDays(2))).index(delivery("old", Stream.of(article(5))));

    assertEquals(Outcome.NOTHING_NEW, report.outcome());
  }

  @Test
  void publishesAnEmbargoedArticleWhenItsMomentHasCome() throws Exception {
    String waiting = article(77).replace("{", "{\"embargo\": \"2026-11-25T06:00:00Z\", ");
    RunReport taken = tomorrow().index(delivery("waiting", Stream.of(waiting)));
    assertEquals(1, taken.embargoed());
    assertEquals(ARTICLES, live().manifest().articles());

    assertEquals(
        Outcome.NOTHING_NEW, due(Instant.parse("2026-11-25T05:59:59Z")).outcome(), "too early");
    RunReport due = due(Instant.parse("2026-11-25T06:00:00Z"));

    assertEquals(Outcome.PUBLISHED, due.outcome());
    assertEquals(1, due.written());
    assertEquals(ARTICLES + 1, live().manifest().articles());
    assertEquals(Outcome.NOTHING_NEW, due(Instant.parse("2026-11-25T06:01:00Z")).outcome(), "once");
  }

  private RunReport due(Instant now) throws Exception {
    return home.on(now).index(Mode.INCREMENTAL, Set.of());
  }

  @Test
  void learnsAnewWhenTheArchiveIsAnotherOne() throws Exception {
    RunReport report =
        tomorrow()
            .index(delivery("many", IntStream.range(100, 109).mapToObj(NightlyRunTest::article)));

    assertEquals(
        "anew and learned from: 23 % of the articles changed since the archive was learned from",
        report.how());
    assertEquals(0, report.drift());
    assertEquals(live().name(), live().manifest().tables());
  }

  @Test
  void doesAllAgainWhenTheListsOfNamesChange() throws Exception {
    Path lists = Files.createDirectories(home.path().resolve("gazetteer"));
    Files.writeString(
        lists.resolve("organisations.tsv"),
        "id\tlabel\taliases\tcountry\tkind\nharbour-board\tHarbour Board\t\t\tcompany\n");
    var taught =
        new IndexedHome(
            home.path(),
            Gazetteer.ofHome(home.path()),
            Clock.fixed(MONDAY.plus(Duration.ofDays(1)), ZoneOffset.UTC));

    RunReport report = taught.index(delivery("none", Stream.of(article(1))));

    assertEquals("anew: the lists of names have changed", report.how());
    assertEquals(ARTICLES, report.written());
  }

  @Test
  void withdrawsWhatACompleteDeliveryLacks() throws Exception {
    Path all = delivery("all", IntStream.range(1, ARTICLES).mapToObj(NightlyRunTest::article));

    RunReport report = tomorrow().index(Mode.INCREMENTAL, Set.of(Wish.COMPLETE, Wish.FORCE), all);

    assertEquals(1, report.counts().absent());
    assertEquals(ARTICLES - 1, live().manifest().articles());
    RunReport back =
        home.on(MONDAY.plus(Duration.ofDays(2)))
            .index(
                Mode.INCREMENTAL,
                Set.of(Wish.COMPLETE),
                delivery("back", IntStream.range(0, ARTICLES).mapToObj(NightlyRunTest::article)));
    assertEquals(1, back.written());
    assertEquals(ARTICLES, live().manifest().articles());
  }

  @Test
  void takesNoDeliveryForCompleteOfWhichAPartCannotBeRead() throws Exception {
    Path all = delivery("all", IntStream.range(1, ARTICLES).mapToObj(NightlyRunTest::article));
    Path torn = Files.write(folder.resolve("torn.jsonl.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    Generation before = live();

    IOException refused =
        assertThrows(
            IOException.class,
            () -> tomorrow().index(Mode.INCREMENTAL, Set.of(Wish.COMPLETE), all, torn));

    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("cannot take " + all + ", " + torn),
        refused::getMessage);
    assertEquals(before, live());
    assertEquals(
        Outcome.NOTHING_NEW,
        tomorrow().index(delivery("none", Stream.of(article(0)))).outcome(),
        "what the refused run had stored is gone");
  }

  @Test
  void goesOnWithoutAFolderThatDisappearsUnderIt() throws Exception {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("1.jsonl"), article(300) + "\n");
    Path second = Files.createDirectory(source.resolve("2"));
    Files.writeString(second.resolve("2.jsonl"), article(301) + "\n");
    var options = new IndexOptions(home.path(), List.of(source), "", 1);
    Progress removing =
        (stage, _, _) -> {
          if (stage == Progress.Stage.READING && second.resolve("2.jsonl").toFile().delete()) {
            assertTrue(second.toFile().delete());
          }
        };

    RunReport report = new IndexRun(options, home.gazetteer(), tomorrow().clock(), removing).run();

    assertEquals(Outcome.PUBLISHED, report.outcome());
    assertEquals(1, report.account().added());
    assertEquals(ARTICLES + 1, live().manifest().articles());
    String told = source.resolve("2") + ": it was there when the run began and is gone now";
    assertEquals(List.of(told), report.quarantine());
  }

  @Test
  void goesByRunsWhenTheClockJumpsBack() throws Exception {
    IndexedHome yesterday = home.on(MONDAY.minus(Duration.ofDays(30)));

    yesterday.index(delivery("later", Stream.of(article(70))));
    String second = live().name();
    yesterday.index(delivery("latest", Stream.of(article(71))));

    assertTrue(second.startsWith("20261024T020000Z-"), second);
    assertEquals(ARTICLES + 2, live().manifest().articles());
    assertEquals(
        List.of(1L, 2L, 3L),
        new GenerationStore(home.path())
            .all().stream().map(each -> GenerationStore.runOf(each.name())).toList());
  }

  @Test
  void takesAnEmptyDeliveryAndWarnsWhereThatIsUnheardOf() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (int week = 1; week <= 2; week++) {
      RunReport report =
          home.on(MONDAY.plus(Duration.ofDays(7L * week)))
              .index(delivery("week" + week, Stream.of(article(200 + week))));
      assertEquals(List.of(), report.notes());
    }

    RunReport report = home.on(MONDAY.plus(Duration.ofDays(21))).index(empty);
    RunReport tuesday = home.on(MONDAY.plus(Duration.ofDays(22))).index(empty);

    assertEquals(Outcome.NOTHING_NEW, report.outcome());
    assertEquals(
        List.of(
            "the delivery is empty, and no Monday of the past four weeks was (the least had 1 records). Check where it comes from."),
        report.notes());
    assertEquals(List.of(), tuesday.notes());
  }

  @Test
  void doesArticlesAgainThatBearARepairedEntity() throws Exception {
    assertEquals(1, people("maria-lopez"));
    try (EntityEdits edits = EntityEdits.open(home.path())) {
      edits.add(
          List.of(
              new EntityEdit.Split(
                  EntityKind.PERSON,
                  "maria-lopez",
                  "maria-lopez-2",
                  "Maria Lopez (painter)",
                  EntityEdit.Side.CHOSEN,
                  List.of(),
                  Set.of("a7"))),
          MONDAY);
    }

    RunReport split = tomorrow().index(delivery("none", Stream.of(article(0))));
    assertEquals(1, split.written());
    assertEquals(0, people("maria-lopez"));
    assertEquals(1, people("maria-lopez-2"));

    try (EntityEdits edits = EntityEdits.open(home.path())) {
      edits.undo(Optional.empty());
    }
    RunReport undone =
        home.on(MONDAY.plus(Duration.ofDays(2))).index(delivery("none", Stream.of(article(0))));
    assertEquals(1, undone.written());
    assertEquals(1, people("maria-lopez"));
  }

  @Test
  void aRehearsalChangesNothing() throws Exception {
    Generation before = live();
    Path delivery = delivery("new", Stream.of(article(50), article(51)));

    RunReport report = tomorrow().index(Mode.INCREMENTAL, Set.of(Wish.DRY_RUN), delivery);

    assertEquals(Outcome.REHEARSED, report.outcome());
    assertEquals(2, report.account().added());
    assertEquals("on " + before.name(), report.how());
    assertEquals(before, live());
    assertEquals(2, tomorrow().index(delivery).account().added(), "they are new still");
    Path nowhere = folder.resolve("nowhere");
    IndexedHome.at(nowhere).index(Mode.INCREMENTAL, Set.of(Wish.DRY_RUN), delivery);
    assertTrue(Files.notExists(nowhere), "no archive is made");
  }

  private long people(String id) throws IOException {
    try (LuceneEngine engine = home.open()) {
      return engine.entity(EntityKind.PERSON, id).map(EntityProfile::articles).orElse(0L);
    }
  }

  private static String text(LuceneEngine engine, String id) throws IOException {
    return engine.find(new ArticleId(id)).orElseThrow().article().body();
  }

  private IndexedHome tomorrow() {
    return home.on(MONDAY.plus(Duration.ofDays(1)));
  }

  private Generation live() throws IOException {
    return new GenerationStore(home.path()).live().orElseThrow();
  }

  private static String article(int number) {
    String person = number == 7 ? "Maria Lopez" : "Howard Baker";
    return "{\"id\": \"a%d\", \"headline\": \"Vote %d in Tokyo\", \"published\": \"2026-11-22\", \"source\": \"Meridian Wire\", \"body\": \"%s said that the budget of Japan was number %d.\"}"
        .formatted(number, number, person, number);
  }

  private Path delivery(String name, Stream<String> lines) throws IOException {
    return Files.write(folder.resolve(name + ".jsonl"), lines.toList());
  }
}
