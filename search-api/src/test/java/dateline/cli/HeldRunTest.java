package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.store.RunRecord;
import dateline.corpus.store.Runs;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.search.GeneratedArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A refused night, and what an operator makes of it the next morning.
final class HeldRunTest {
  private static final long SEED = 20_261_130;
  private static final int ARTICLES = 100;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init") // made before each
  private Generation good;

  @SuppressWarnings("NullAway.Init") // made before each
  private Told refused;

  /// Run 1 is good; of what run 2 brings, half of the lines are torn.
  @BeforeEach
  void refuseANight() throws IOException {
    index(delivery("good", 0, ARTICLES)).ended(0);
    good = live();
    Path bad = delivery("bad", ARTICLES, 60);
    List<String> lines =
        Files.readAllLines(bad).stream()
            .map(line -> line.hashCode() % 2 == 0 ? line : line.substring(0, 50))
            .toList();
    Files.write(bad, lines);

    refused = index(bad).ended(4);
  }

  @Test
  void tellsWhyAndLeavesTheLiveIndexAlone() throws IOException {
    List<String> told = refused.out().lines().toList();
    int reason =
        told.indexOf("refused generation " + candidate() + ", the old one goes on answering:");
    assertTrue(
        reason > 0 && told.get(reason + 1).contains(" of 60 records could not be read"),
        refused::toString);
    assertTrue(
        refused
            .out()
            .contains(
                """
                Run 2 is on hold: later runs build without it. After a look, take it in with dateline promote 2 --force,
                or discard it with dateline quarantine drop --run 2.
                """),
        refused::toString);
    assertEquals(good, live());
    assertEquals(ARTICLES + " articles", found());
    assertTrue(
        Told.by("status", "--index", home()).ended(0).out().contains("\non hold     run 2 of "));
  }

  @Test
  void aGoodNightPublishesWithoutOneVersionOfTheRefusedOne() throws IOException {
    index(delivery("next", 500, 3)).ended(0);

    assertEquals(Set.of(1L, 3L), live().manifest().runs());
    assertEquals(ARTICLES + 3 + " articles", found());
  }

  @Test
  void anOperatorTakesItInAfterALook() throws IOException {
    index(delivery("next", 500, 3)).ended(0);
    long brought = Runs.of(home()).get(1).arrivals().stream().mapToLong(day -> day.added()).sum();

    Told.by("promote", "2", "--force", "--index", home()).ended(0);

    assertEquals(Set.of(1L, 2L, 3L, 4L), live().manifest().runs());
    assertEquals(ARTICLES + 3 + brought + " articles", found());
    assertEquals(List.of(), held());
  }

  @Test
  void aCandidateThatStillFitsIsPublishedAsItWasBuilt() throws IOException {
    String candidate = candidate();

    Told told = Told.by("promote", "2", "--force", "--index", home()).ended(0);

    assertEquals(candidate, live().name());
    assertTrue(told.out().startsWith(candidate + " answers now, with "), told::toString);
  }

  @Test
  void anOperatorDiscardsIt() throws IOException {
    long brought = Runs.of(home()).get(1).arrivals().stream().mapToLong(day -> day.added()).sum();

    Told dropped = Told.by("quarantine", "drop", "--run", 2, "--index", home()).ended(0);

    assertEquals("discarded %d versions of run 2%n".formatted(brought), dropped.out());
    assertEquals(
        "dateline: run 2 is not on hold in %s; no run is.%n".formatted(home()),
        Told.by("promote", "2", "--force", "--index", home()).ended(1).err());
  }

  @Test
  void goesBackAndForthBetweenGenerations() throws IOException {
    index(delivery("next", 500, 3)).ended(0);
    Generation next = live();

    assertEquals(
        "%s answers now, with 100 articles%non hold: runs 2, 3%n".formatted(good.name()),
        Told.by("rollback", "--index", home()).ended(0).out());
    assertEquals(ARTICLES + " articles", found());
    Told none = Told.by("rollback", "--index", home()).ended(1);
    assertTrue(
        none.err().startsWith("dateline: there is no generation before " + good.name()),
        none::toString);

    Told unasked = Told.by("promote", next.name(), "--index", home()).ended(1);
    assertTrue(unasked.err().contains("which is on hold. Look at it first"), unasked::toString);
    Told.by("promote", next.name(), "--force", "--index", home()).ended(0);

    assertEquals(next, live());
    assertEquals(List.of(2L), held());
    assertEquals(ARTICLES + 3 + " articles", found());
  }

  @Test
  void theJudgeLooksOnceMoreWithoutForce() throws IOException {
    Told.by("promote", "2", "--index", home()).ended(0);

    assertEquals(Set.of(1L, 2L, 3L), live().manifest().runs());
  }

  @Test
  void aRunThatIsRefusedOnceMoreStaysOnHold() throws IOException {
    Path kills = folder.resolve("kills.jsonl");
    Files.write(
        kills,
        Files.readAllLines(folder.resolve("good.jsonl")).stream()
            .limit(10)
            .map(line -> line.replace("{\"id\"", "{\"status\": \"killed\", \"id\""))
            .toList());
    index(kills).ended(4);

    Told.by("promote", "3", "--index", home()).ended(4);

    assertEquals(List.of(2L, 3L), held().subList(0, 2));
    Told.by("promote", "3", "--force", "--index", home()).ended(0);
    assertEquals(ARTICLES - 10 + " articles", found());
  }

  @Test
  void listsWhatCouldNotBeTakenIn() {
    List<String> listed =
        Told.by("quarantine", "list", "--limit", 3, "--index", home())
            .ended(0)
            .out()
            .lines()
            .toList();

    assertEquals(3, listed.size());
    assertTrue(
        listed.getFirst().contains("  run 2  " + folder.resolve("bad.jsonl") + ":"),
        listed::toString);
  }

  private String candidate() throws IOException {
    return new GenerationStore(home()).all().getLast().name();
  }

  private List<Long> held() throws IOException {
    return Runs.of(home()).stream()
        .filter(run -> run.state() == RunRecord.State.HELD)
        .map(RunRecord::run)
        .toList();
  }

  private String found() {
    return Told.by("search", "--index", home(), "--match", "any", "said")
        .ended(0)
        .out()
        .lines()
        .findFirst()
        .orElseThrow();
  }

  private Generation live() throws IOException {
    return new GenerationStore(home()).live().orElseThrow();
  }

  private Told index(Path delivery) {
    return Told.by("index", "--source", delivery, "--index", home());
  }

  private Path delivery(String name, int first, int count) throws IOException {
    return GeneratedArticles.write(folder.resolve(name + ".jsonl"), first, count, SEED);
  }

  private Path home() {
    return folder.resolve("home");
  }
}
