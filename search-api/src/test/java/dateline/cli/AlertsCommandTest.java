package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AlertsCommandTest {
  private static final String SECRET = "3f9a5c0d7e1b2a48";
  private static final Pattern SAVED = Pattern.compile("saved ([a-z2-9]{8}): ");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @BeforeEach
  void index() throws Exception {
    deliver(
        "{\"id\": \"old\", \"headline\": \"Harbour fire\", \"body\": \"In Lima.\", \"published\": \"2026-11-01\"}");
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
  }

  @Test
  void savesListsAndRemoves() throws Exception {
    assertEquals("no saved search\n", alerts("list").ended(0).out());
    Told added = alerts("add", "Harbours", "harbour", "OR", "port", "--from", "-7d").ended(0);
    String id = id(added);

    assertEquals(
        """
        saved %1$s: Harbours
        It finds 0 articles now, and tells of those that come at /api/v1/alerts/%1$s.atom.
        """
            .formatted(id),
        added.out());
    assertEquals(id + "  feed     told 0  Harbours\n", alerts("list").ended(0).out());
    JsonNode listed =
        JsonMapper.shared().readTree(alerts("list", "--format", "json").ended(0).out());
    assertEquals(
        "collapse=duplicates&from=-7d&match=auto&q=harbour%20OR%20port&sort=relevance",
        listed.get(0).get("query").asString());

    assertEquals(id + " (Harbours) is removed\n", alerts("remove", id).ended(0).out());
    assertEquals("no saved search\n", alerts("list").ended(0).out());
    assertEquals(
        "dateline: there is no saved search '%s' in %s. dateline alerts list tells the ids.\n"
            .formatted(id, home()),
        alerts("show", id).ended(1).err());
  }

  @Test
  void tellsOfASearchWithoutItsSecret() throws Exception {
    String id =
        id(
            alerts(
                    "add",
                    "For the CMS",
                    "--source",
                    "Wire",
                    "--webhook",
                    "https://cms.example.org/news?desk=1",
                    "--secret-file",
                    folder.resolve("secret"))
                .ended(0));

    Told shown = alerts("show", id).ended(0);

    assertTrue(
        shown.out().contains("to       webhook https://cms.example.org/news?desk=1\n"), shown::out);
    assertTrue(
        shown.out().contains("search   collapse=duplicates&match=auto&sort=newest&source=Wire\n"),
        shown::out);
    assertFalse(shown.toString().contains(SECRET), shown::toString);
  }

  @Test
  void pausesAndGoesOn() throws Exception {
    String id = id(alerts("add", "Harbours", "harbour").ended(0));

    assertEquals(id + " (Harbours) is paused\n", alerts("pause", id).ended(0).out());
    assertEquals(id + "  feed     told 0, paused  Harbours\n", alerts("list").ended(0).out());
    deliver("{\"id\": \"new\", \"headline\": \"Harbour opens\", \"body\": \"In Lima.\"}");
    assertEquals(id + " (Harbours) goes on\n", alerts("resume", id).ended(0).out());
    assertEquals(id + "  feed     told 0  Harbours\n", alerts("list").ended(0).out());
    deliver("{\"id\": \"then\", \"headline\": \"Harbour closes\", \"body\": \"In Lima.\"}");
    id(alerts("add", "Other", "fire").ended(0)); // passes over what came

    assertTrue(alerts("list").ended(0).out().contains(id + "  feed     told 1  Harbours\n"));
    assertEquals(id + " (Harbours) sends again: 0 messages\n", alerts("retry", id).ended(0).out());
  }

  @Test
  void previewsWhatWouldHaveBeenTold() throws Exception {
    Told preview = alerts("preview", "harbour").ended(0);
    String id = id(alerts("add", "Harbours", "harbour").ended(0));

    assertTrue(
        preview
            .out()
            .matches(
                "(?s)it would have told 1 article in the last 30 days\n\\d{4}-\\d\\d-\\d\\d  1\nHarbour fire  \\[old]\n"),
        preview::out);
    assertEquals(preview.out(), alerts("preview", id).ended(0).out());
    assertEquals(
        "it would have told 0 articles in the last 30 days\n",
        alerts("preview", "harbour", "--to", "1999").ended(0).out());
  }

  private Told alerts(Object... words) {
    return alerts(home(), words);
  }

  static Told alerts(Path home, Object... words) {
    var all = new Object[words.length + 3];
    all[0] = "alerts";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--index";
    all[words.length + 2] = home;
    return Told.by(all);
  }

  private static String id(Told added) {
    Matcher saved = SAVED.matcher(added.out());
    assertTrue(saved.find(), added::toString);
    return saved.group(1);
  }

  private void deliver(String line) throws IOException {
    Path delivery = Files.writeString(folder.resolve("delivery.jsonl"), line);
    Told.by("index", "-q", "--source", delivery, "--index", home()).ended(0);
  }

  private Path home() {
    return folder.resolve("home");
  }
}
