package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a publisher takes back is found no longer.
final class WithdrawnTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void aLaterVersionTakesAnArticleBack() throws IOException {
    index(
        """
        {"id": "1", "headline": "Dewey defeats Truman", "version": 1}
        {"id": "2", "headline": "Truman defeats Dewey"}
        """);
    assertEquals("2 articles", found());

    Told told =
        index(
            "{\"id\": \"1\", \"headline\": \"Withdrawn\", \"body\": \"Dewey lost.\", \"status\": \"withdrawn\"}");

    assertTrue(told.out().contains(" 0 unchanged, 1 withdrawn, 0 in quarantine\n"), told::toString);
    assertEquals("1 article", found());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\": \"withdrawn\"",
        "\"status\": \"Canceled\"",
        "\"pubstatus\": \"canceled\"",
        "\"pubstatus\": \"withheld\""
      })
  void everySpellingIsUnderstood(String status) throws IOException {
    index(
        """
        {"id": "1", "headline": "Dewey defeats Truman", %s}
        {"id": "2", "headline": "Truman defeats Dewey", "status": "usable"}
        """
            .formatted(status));

    assertEquals("1 article", found());
  }

  private Told index(String lines) throws IOException {
    Path delivery = Files.writeString(folder.resolve("delivery.jsonl"), lines);
    return Told.by("index", "--source", delivery, "--index", folder.resolve("home")).ended(0);
  }

  private String found() {
    Told told = Told.by("search", "--index", folder.resolve("home"), "dewey").ended(0);
    return told.out().lines().findFirst().orElseThrow();
  }
}
