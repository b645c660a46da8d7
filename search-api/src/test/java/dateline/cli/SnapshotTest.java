package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.EntityKind;
import dateline.corpus.store.EntityEdit;
import dateline.corpus.store.EntityEdits;
import dateline.index.snapshot.Snapshot;
import dateline.index.snapshot.SnapshotCreation;
import dateline.search.BusyClient;
import dateline.search.GeneratedArticles;
import dateline.search.IndexedHome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A snapshot of a real home and the way back.
final class SnapshotTest {
  private static final long SEED = 20_261_123;
  private static final int ARTICLES = 120;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @BeforeEach
  void index() throws Exception {
    Path delivery = GeneratedArticles.write(folder.resolve("a.jsonl"), 0, ARTICLES, SEED);
    Told.by("index", "-q", "--source", delivery, "--index", home()).ended(0);
  }

  @Test
  void whatIsRestoredIsWhatWasSaved() throws Exception {
    Files.writeString(home().resolve("judge.conf"), "rejects.share = 0.2\n");
    Files.writeString(home().resolve("CURRENT.draft"), "passing");
    Files.writeString(
        Files.createDirectories(home().resolve("gazetteer")).resolve("organisations.tsv"), "");
    Told.by("entity", "hide", "person/Joe Biden", "--index", home()).ended(0);

    Told created = Told.by("snapshot", "create", "--index", home(), "--to", shelf()).ended(0);

    String name = only();
    assertTrue(
        created
            .out()
            .matches("snapshot " + name + " in \\S+: 120 articles, [\\d.]+ MB in \\d+ files\n"),
        created::toString);
    assertEquals("", created.err());
    Told listed = Told.by("snapshot", "list", "--in", shelf(), "--verify").ended(0);
    assertTrue(
        listed.out().matches(name + "  \\S+Z  120 articles  [\\d.]+ MB  whole\n"),
        listed::toString);
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                Told.by("snapshot", "list", "--in", shelf(), "--format", "json").ended(0).out())
            .get(0);
    assertEquals("whole", json.get("state").asString());
    assertEquals(ARTICLES, json.get("articles").asInt());

    Told restored =
        Told.by("snapshot", "restore", name, "--in", shelf(), "--index", other()).ended(0);

    assertTrue(
        restored
            .out()
            .matches(
                "restored "
                    + name
                    + " into \\S+: generation \\S+, \\d\\d sample searches answered as recorded\n"),
        restored::toString);
    assertEquals(answers(home()), answers(other()));
    assertEquals("rejects.share = 0.2\n", Files.readString(other().resolve("judge.conf")));
    assertTrue(Files.exists(other().resolve("gazetteer/organisations.tsv")));
    assertFalse(Files.exists(other().resolve("CURRENT.draft")));
    assertEquals(EntityEdits.all(home()), EntityEdits.all(other()));
    Told.by("verify", "--index", other()).ended(0);
    Path more = GeneratedArticles.write(folder.resolve("b.jsonl"), ARTICLES, 1, SEED);
    Told.by("index", "-q", "--source", more, "--index", other()).ended(0);
    assertEquals(
        "whole",
        Told.by("snapshot", "list", "--in", shelf(), "--verify")
            .ended(0)
            .out()
            .strip()
            .replaceAll(".* ", ""));
  }

  @Test
  void aDrillProvesAndLeavesNothing() throws Exception {
    Told.by("snapshot", "create", "-q", "--index", home(), "--to", shelf()).ended(0);
    String name = only();

    Told drilled = Told.by("snapshot", "drill", shelf()).ended(0);

    assertTrue(
        drilled
            .out()
            .matches("drill ok snapshot=" + name + " articles=120 bytes=\\d+ searches=\\d+\n"),
        drilled::toString);
    assertEquals(Set.of(name), names(shelf()));
  }

  @Test
  void answersThatDifferStopARestore() throws Exception {
    Snapshot taken = take(Clock.systemUTC());
    Told.by("entity", "hide", "person/Joe Biden", "--index", taken.folder().resolve("home"))
        .ended(0); // a way of damage that no checksum of this test sees
    Path json = taken.folder().resolve("snapshot.json");
    SealedAnew.of(taken.folder());

    Told drilled = Told.by("snapshot", "drill", "-q", taken.folder()).ended(1);
    assertEquals("drill failed snapshot=" + taken.name() + "\n", drilled.out());
    assertTrue(
        drilled.err().contains("the search sort=newest counts person joe-biden 0 instead of"),
        drilled::toString);
    Path old = Files.createDirectories(other());
    Told.by("snapshot", "restore", taken.folder(), "--index", other()).ended(1);
    assertEquals(Set.of(), names(old));
    assertEquals(Set.of("a.jsonl", "home", "other", "shelf"), names(folder));

    Told forced =
        Told.by("snapshot", "restore", taken.folder(), "--index", other(), "--force").ended(0);
    assertTrue(
        forced.err().contains("dateline: passed over: the search sort=newest counts"),
        forced::toString);
    assertTrue(Files.exists(json));
  }

  @Test
  void aClockThatJumpsBackOverwritesNothing() throws Exception {
    Clock stopped = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneOffset.UTC);

    String first = take(stopped).name();
    String second = take(stopped).name();
    String earlier = take(Clock.offset(stopped, Duration.ofHours(-1))).name();

    assertEquals(first + ".2", second);
    assertEquals(new TreeSet<>(List.of(earlier, first, second)), names(shelf()));
    Told.by("snapshot", "list", "--in", shelf(), "--verify").ended(0);
  }

  @Test
  void repairsAndSearchesGoOnMeanwhile() throws Exception {
    var failure = new AtomicReference<Exception>();
    var made = new CountDownLatch(1);
    try (var server = IndexedHome.at(home()).serve();
        BusyClient client = BusyClient.start(server.address())) {
      Thread editor =
          Thread.ofPlatform()
              .start(() -> {
                try (var edits = EntityEdits.open(home())) {
                  for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                    edits.add(
                        List.of(
                            new EntityEdit.Alias(EntityKind.PERSON, "joe-biden", "Name " + i),
                            new EntityEdit.Hide(EntityKind.PERSON, "joe-biden")),
                        Instant.EPOCH);
                    edits.undo(java.util.Optional.empty());
                    made.countDown();
                  }
                } catch (IOException e) {
                  failure.set(e);
                  made.countDown();
                }
              });
      made.await();
      for (int i = 0; i < 3; i++) {
        Told.by("snapshot", "create", "-q", "--index", home(), "--to", shelf()).ended(0);
      }
      editor.interrupt();
      editor.join();
      assertEquals(null, failure.get());
      assertEquals(List.of(), client.failures());
    }
    for (String name : names(shelf())) {
      Told.by("snapshot", "drill", "-q", shelf().resolve(name)).ended(0);
    }
  }

  @Test
  void aRunIsNotDisturbed() throws Exception {
    try (FileChannel run = FileChannel.open(home().resolve("run.lock"), StandardOpenOption.WRITE)) {
      run.lock();
      Told held = Told.by("snapshot", "create", "--index", home(), "--to", shelf()).ended(75);
      assertTrue(
          held.err().startsWith("dateline: cannot take a snapshot of " + home() + ": process "),
          held::toString);
      assertEquals(Set.of(), names(shelf()));
    }
    Told.by("snapshot", "create", "-q", "--index", home(), "--to", shelf()).ended(0);
    try (FileChannel run = FileChannel.open(home().resolve("run.lock"), StandardOpenOption.WRITE)) {
      run.lock();
      Told held = Told.by("snapshot", "restore", shelf(), "--index", home(), "--replace").ended(75);
      assertTrue(held.err().startsWith("dateline: cannot restore into " + home()), held::toString);
    }
  }

  @Test
  void aDraftOfAKilledCommandIsNamedAndClearedUp() throws Exception {
    Path draft = shelf().resolve("20261124T030000Z-20261123T120000Z-1.draft");
    Files.createDirectories(draft.resolve("home"));
    Files.writeString(draft.resolve("run.lock"), "4711 snapshot\n");
    assertEquals(
        draft.getFileName() + "  -  unfinished: a command is at work on it, or was killed\n",
        Told.by("snapshot", "list", "--in", shelf()).ended(0).out());

    Told.by("snapshot", "create", "-q", "--index", home(), "--to", shelf()).ended(0);

    assertFalse(Files.exists(draft));
    only();
  }

  private Snapshot take(Clock clock) throws IOException {
    return new SnapshotCreation(
            home(), shelf(), "Dateline", new EngineSamples(), clock, (_, _, _) -> {})
        .run();
  }

  private static String answers(Path home) {
    return Told.by("search", "--index", home, "--format", "json", "--limit", "100", "trade steel")
        .ended(0)
        .out();
  }

  private String only() throws IOException {
    Set<String> names = names(shelf());
    assertEquals(1, names.size(), names::toString);
    return names.iterator().next();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path other() {
    return folder.resolve("other");
  }

  private Path shelf() {
    return folder.resolve("shelf");
  }

  private static Set<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return Set.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
