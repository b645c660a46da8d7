package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was rejected can be looked at, tried again and thrown away.
final class QuarantineCommandTest {
  private static final String TAKEN =
      "{\"id\": \"1\", \"source\": \"Post\", \"headline\": \"Frost\", \"topics\": [\"weather\"], \"edition\": \"late\"}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  private Path home;

  @BeforeEach
  void index() throws Exception {
    home = folder.resolve("home");
    Path delivery =
        Files.writeString(
            folder.resolve("delivery.jsonl"),
            """
            {"id": "1", "source": "Wire", "headline": "Storm"}
            {"id": "2", "source": "Wire"}
            %s
            """
                .formatted(TAKEN));
    Told.by("index", "--source", delivery, "--index", home).ended(3);
  }

  @Test
  void listsAndShowsWhatWasRejected() {
    Told list = Told.by("quarantine", "list", "--index", home).ended(0);
    assertTrue(
        list.out()
            .startsWith(
                "2  run 1  " + folder.resolve("delivery.jsonl") + ":3: id 1 belongs to Wire"),
        list::toString);
    assertEquals(2, list.out().lines().count());

    Told shown = Told.by("quarantine", "show", "1", "--index", home).ended(0);
    assertEquals("{\"id\": \"2\", \"source\": \"Wire\"}\n", shown.out());
    assertTrue(shown.err().contains("neither headline nor body"), shown::toString);
    assertTrue(
        Told.by("quarantine", "show", "9", "--index", home).ended(1).err().contains("no record 9"));
  }

  @Test
  void aRetryTakesInWhatCanBeReadNow() {
    Told told =
        Told.by("quarantine", "retry", "2", "--id-prefix", "post-", "--index", home).ended(0);

    assertTrue(told.out().contains("1 new, "), told::toString);
    assertEquals(1, Told.by("quarantine", "list", "--index", home).out().lines().count());
    String found = Told.by("search", "--index", home, "frost", "--format", "json").ended(0).out();
    assertTrue(found.contains("\"post-1\""), found);
    String tagged = Told.by("search", "--index", home, "--tag", "topics:weather").ended(0).out();
    assertTrue(tagged.contains("Frost"), tagged);
  }

  @Test
  void whatIsRefusedAgainStaysUnderANewNumber() {
    Told.by("quarantine", "retry", "--index", home).ended(3);

    String list = Told.by("quarantine", "list", "--index", home).out();
    assertEquals(2, list.lines().count(), list);
    assertTrue(list.lines().allMatch(line -> line.matches("[34]  run 2  .*")), list);
  }

  @Test
  void dropsRecords() {
    assertEquals(
        "discarded 1 record\n", Told.by("quarantine", "drop", "1", "--index", home).ended(0).out());

    assertEquals(1, Told.by("quarantine", "list", "--index", home).out().lines().count());
    Told.by("quarantine", "drop", "1", "2", "--index", home).ended(1);
    assertEquals(1, Told.by("quarantine", "list", "--index", home).out().lines().count());
    Told.by("quarantine", "drop", "--index", home).ended(2);
    Told.by("quarantine", "drop", "2", "--run", "1", "--index", home).ended(2);
    Told.by("quarantine", "drop", "2", "--index", home).ended(0);
    Told.by("quarantine", "retry", "--index", home).ended(1);
  }
}
