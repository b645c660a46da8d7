package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.generation.GenerationStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What has waited is published when its time has come.
final class DuePublisherTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  @Test
  void publishesOnceWhatIsDue() throws Exception {
    Path home = folder.resolve("home");
    Instant now = Instant.now();
    Path delivery =
        Files.writeString(
            folder.resolve("delivery.jsonl"),
            """
            {"id": "a", "headline": "Storm"}
            {"id": "b", "headline": "Frost", "embargo": "%s"}
            {"id": "c", "headline": "Hail", "expires": "%s"}
            """
                .formatted(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2))));
    Told.by("index", "--source", delivery, "--index", home).ended(0);
    String live = name(home);
    var publisher = new DuePublisher(home);

    assertFalse(publisher.publish(now), "nothing is due");
    assertTrue(publisher.publish(now.plus(Duration.ofDays(1))), "an embargo ends");
    assertEquals(live, name(home), "the process looked at its own clock");
    Told due = Told.by("index", "--due", "--index", home).ended(0);

    assertTrue(due.out().contains("nothing is new"), due::toString);
    Told.by("index", "--due", "--complete", "--index", home).ended(2);
  }

  private static String name(Path home) throws Exception {
    return new GenerationStore(home).live().orElseThrow().name();
  }
}
