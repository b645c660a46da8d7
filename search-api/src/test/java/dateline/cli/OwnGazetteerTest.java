package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists in the archive's home.
final class OwnGazetteerTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void rowsAreUsedAndWhatCannotBeReadIsNamed() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path lists = Files.createDirectories(home.resolve("gazetteer"));
    Path source =
        Files.writeString(
            folder.resolve("news.jsonl"),
            """
            {"id": "1", "headline": "Zibble grows", "body": "The Zibble Fund of Wuzzlington grew. Zibble paid in Wuzzlington."}
            """);
    Files.writeString(
        lists.resolve("organisations.tsv"),
        """
        id\tlabel\taliases\tcountry\tkind
        zibble-fund\tZibble Fund\tZibble\tGB\tcompany
        broken
        """);
    Files.writeString(
        lists.resolve("places.tsv"),
        """
        id\tkind\tlabel\tiso\tparent\tlat\tlon\tpopulation\tfrom\tto\tsuccessors
        wuzzlington\tcity\tWuzzlington\tGB\tGB\t51.0\t0.0\t50000\t\t\t
        """);
    Files.writeString(
        lists.resolve("place-names.tsv"),
        "name\tid\thow\tflags\nWuzzlington\twuzzlington\tname\t\n");
    Files.writeString(lists.resolve("organizations.tsv"), "misspelt\n");

    Told run = Told.by("index", "--source", source, "--index", home).ended(0);

    assertEquals(
        List.of(
            "gazetteer: " + lists.resolve("organisations.tsv") + ":3: left out, ",
            "gazetteer: " + lists.resolve("organizations.tsv") + ": left out, "),
        run.out()
            .lines()
            .filter(line -> line.startsWith("gazetteer: "))
            .map(line -> line.substring(0, line.indexOf("left out, ") + 10))
            .toList());
    Told found = Told.by("search", "--index", home, "place:GB AND org:zibble-fund").ended(0);
    assertTrue(found.out().contains("org: Zibble Fund 1"), found::out);
    assertTrue(found.out().contains("Wuzzlington 1"), found::out);
  }
}
