package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.annotate.EntityRecognizer;
import dateline.search.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recogniser that a user compiled and put into the archive's home.
final class OwnRecognizerTest {
  /// Knows words that our rules take for no name: a person, a house and a town in small letters.
  private static final String SMALL_NAMES =
      """
      package acme;

      import dateline.corpus.EntityKind;
      import dateline.corpus.Zone;
      import dateline.index.annotate.EntityRecognizer;
      import java.util.ArrayList;
      import java.util.List;
            import java.util.Map;

      public final class SmallNames implements EntityRecognizer {
        private static final Map<String, EntityKind> KNOWN =
            Map.of(
                "bell hooks", EntityKind.PERSON,
                "hooks", EntityKind.PERSON,
                "sonnenhaus", EntityKind.ORGANISATION,
                "osaka", EntityKind.PLACE,
                "Akie Abe", EntityKind.ORGANISATION);

        @Override
        public String version() {
          return "acme-small VERSION";
        }

        @Override
        public List<Name> names(Zone zone, String text) {
          var names = new ArrayList<Name>();
          KNOWN.forEach((name, kind) -> {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
              int start = text.codePointCount(0, at);
              names.add(new Name(kind, start, start + name.length()));
            }
          });
          names.sort((a, b) -> b.end() - b.start() - (a.end() - a.start()));
          return names;
        }
      }
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path home;

  @SuppressWarnings("NullAway.Init")
  private Path source;

  @BeforeEach
  void writeArticle() throws IOException {
    home = folder.resolve("home");
    source =
        Files.writeString(
            folder.resolve("a.jsonl"),
            """
            {"id": "a", "headline": "A talk", "body": "😀 The writer bell hooks came to osaka. At sonnenhaus hooks met Akie Abe."}
            """);
  }

  @Test
  void addsWhatItFindsToWhatOurRulesFind() throws IOException {
    plugIn("2.1");

    String line = Told.by("annotate", "--source", source, "--index", home).ended(0).out();

    // code points, of which the picture is one
    assertTrue(
        line.contains(
            """
            {"id":"~bell hooks","label":"bell hooks","salient":true,"score":2.0,"mentions":[\
            {"field":"body","start":13,"end":23,"text":"bell hooks","how":"name"},\
            {"field":"body","start":53,"end":58,"text":"hooks","how":"name"}]}\
            """),
        line);
    assertTrue(line.contains("\"label\":\"Osaka\",\"country\":\"JP\""), line);
    assertTrue(line.contains("\"id\":\"~sonnenhaus\""), line);
    assertTrue(line.contains("\"label\":\"Akie Abe\""), line);
    assertFalse(line.contains("\"organizations\":[{\"id\":\"~akie"), line);
  }

  @Test
  void isRecordedWithTheIndexAndAskedAnewWhenItChanges() throws IOException {
    plugIn("2.1");
    Told.by("index", "--source", source, "--index", home).ended(0);
    Told found = Told.by("search", "--index", home, "talk").ended(0);
    Told status = Told.by("status", "--index", home).ended(0);
    plugin().remove();
    Told.by("index", "--source", source, "--index", home).ended(0);
    Told lost = Told.by("search", "--index", home, "talk").ended(0);
    Told without = Told.by("status", "--index", home).ended(0);

    assertTrue(found.out().contains("bell hooks 1"), found::toString);
    assertTrue(status.out().contains("recognisers acme-small 2.1"), status::toString);
    assertFalse(lost.out().contains("bell hooks 1"), lost::toString);
    assertFalse(without.out().contains("recognisers"), without::toString);
  }

  @Test
  void isNamedWhereItCannotBeLoaded() throws IOException {
    plugin().offerAbsent("acme.Absent");

    Told told = Told.by("index", "--source", source, "--index", home).ended(1);

    assertTrue(
        told.err().contains("cannot load the jars in " + home.resolve("plugins")), told::toString);
    assertTrue(told.err().contains("acme.Absent"), told::toString);
  }

  private void plugIn(String version) throws IOException {
    plugin().offer("acme.SmallNames", SMALL_NAMES.replace("VERSION", version));
  }

  private PluginJar plugin() {
    return new PluginJar(home, EntityRecognizer.class);
  }
}
