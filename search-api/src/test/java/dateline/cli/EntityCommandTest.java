package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.IndexedHome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path home;

  @SuppressWarnings("NullAway.Init")
  private Path source;

  @BeforeEach
  void index() throws Exception {
    home = folder.resolve("home");
    source =
        Files.writeString(
            folder.resolve("news.jsonl"),
            """
            {"id": "1", "headline": "Premier speaks", "body": "Shigeru Ishiba spoke in Tokyo. Maria Lopez listened."}
            {"id": "2", "headline": "Premier travels", "body": "Prime Minister Shigeru Ishiba met Fumio Kishida in Osaka."}
            {"id": "3", "headline": "Farewell", "body": "Fumio Kishida left. Donald J. Trump wrote to him."}
            {"id": "4", "headline": "Letter", "body": "Donald Trump wrote again to Maria Lopez."}
            """);
    reindex();
  }

  private void reindex() {
    Told.by("index", "--source", source, "--index", home).ended(0);
  }

  private Told entity(Object... words) {
    var all = new java.util.ArrayList<Object>(List.of("entity"));
    all.addAll(List.of(words));
    all.addAll(List.of("--index", home));
    return Told.by(all.toArray());
  }

  /// People of the archive with their articles.
  private String people() {
    return Told.by("search", "--index", home, "--limit", "0")
        .ended(0)
        .out()
        .lines()
        .filter(line -> line.startsWith("person: "))
        .findFirst()
        .orElse("")
        .replace("person: ", "");
  }

  @Test
  void repairsWorkAtOnceAndCanBeUndone() {
    assertEquals("Donald J. Trump 2, Fumio Kishida 2, Maria Lopez 2, Shigeru Ishiba 2", people());

    Told merged =
        entity("merge", "person/Fumio Kishida", "--into", "person/shigeru-ishiba").ended(0);

    assertEquals("person/fumio-kishida: shown as Shigeru Ishiba (repair 1)", merged.out().strip());
    assertEquals("Shigeru Ishiba 3, Donald J. Trump 2, Maria Lopez 2", people());

    entity("hide", "person/maria-lopez").ended(0);
    entity("rename", "person/shigeru-ishiba", "Ishiba Shigeru").ended(0);
    entity("alias", "person/shigeru-ishiba", "The Premier").ended(0);
    assertEquals("Ishiba Shigeru 3, Donald J. Trump 2", people());
    for (String name : List.of("the premier", "ishiba shigeru", "fumio-kishida")) {
      assertTrue(
          Told.by("search", "--index", home, "person:\"" + name + "\"")
              .ended(0)
              .out()
              .startsWith("3 articles"),
          name);
    }

    reindex();
    assertEquals("Ishiba Shigeru 3, Donald J. Trump 2", people());

    for (int i = 0; i < 4; i++) {
      entity("undo").ended(0);
    }
    entity("undo").ended(2);
    assertEquals("Donald J. Trump 2, Fumio Kishida 2, Maria Lopez 2, Shigeru Ishiba 2", people());
  }

  @Test
  void aSplitWorksWithTheNextIndexAndTheLargerPartKeepsTheId() {
    Told told =
        entity("split", "person/maria-lopez", "--label", "Maria R. Lopez", "--article", "4")
            .ended(0);
    assertEquals(
        List.of(
            "person/maria-lopez: split (repair 1)",
            "The next index makes person/maria-r-lopez of the chosen articles; Maria Lopez keeps its id."),
        told.out().lines().toList());
    assertEquals("Donald J. Trump 2, Fumio Kishida 2, Maria Lopez 2, Shigeru Ishiba 2", people());

    reindex();
    assertEquals(
        "Donald J. Trump 2, Fumio Kishida 2, Shigeru Ishiba 2, Maria Lopez 1, Maria R. Lopez 1",
        people());

    entity("undo", "1").ended(0);
    entity("split", "person/maria-lopez", "--label", "Maria Elena Lopez", "--name", "Maria Lopez")
        .ended(0);
    reindex();
    assertTrue(people().contains("Maria Elena Lopez 2"), people());
  }

  @Test
  void whatIsExportedCanBeImportedAndBadLinesAreNamed() throws Exception {
    entity("merge", "person/fumio-kishida", "--into", "person/shigeru-ishiba").ended(0);
    entity("hide", "person/maria-lopez").ended(0);
    Path file = folder.resolve("repairs.tsv");
    entity("export", file).ended(0);
    entity("undo").ended(0);

    Files.writeString(
        file,
        Files.readString(file)
            + """
            # by hand
            hide\tperson
            hide\tperson\tnobody-at-all
            """);
    Told told = entity("import", file).ended(3);

    assertEquals("2 repairs taken in, 1 in force already, 1 refused", told.out().strip());
    assertEquals(
        List.of(
            file
                + ":4: 2 of at least 3 fields; write merge, hide, rename, alias or split, then kind and id",
            file + ":5: no entity is called person/nobody-at-all so far"),
        told.err().lines().toList());
    assertEquals("Shigeru Ishiba 3, Donald J. Trump 2", people());
    assertEquals(
        "merge\tperson\tfumio-kishida\tshigeru-ishiba\nhide\tperson\tmaria-lopez\nhide\tperson\tnobody-at-all",
        entity("export").ended(0).out().strip());

    Told run = Told.by("index", "--source", source, "--index", home).ended(0);
    assertTrue(
        run.out().contains("entities: edit 4 names person/nobody-at-all, which is no entity"),
        run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hide person/nobody        | no person has the id or the name “nobody”
          hide nobody               | “nobody” names no entity; write person/ID
          hide people/trump         | “people/trump” names no entity
          hide                      | Missing required parameter: 'ENTITY'
          merge person/maria-lopez  | Missing required option: '--into=ENTITY'
          rename person/maria-lopez | Missing required parameter: 'LABEL'
          split place/JP --label x --name y | places and issues come from the lists
          split person/maria-lopez --label x | choose articles by --name or --article
          merge person/maria-lopez --into place/JP | person/maria-lopez and place/JP are of different kinds
          merge person/maria-lopez --into person/maria-lopez | person/maria-lopez is that entity already
          undo 5                    | there is no repair 5 in force
          undo x                    | x
          mend person/maria-lopez   | there is no command 'mend'
          """)
  void wrongUseIsTold(String words, String message) {
    Told told = entity((Object[]) words.split(" ")).ended(2);
    assertTrue(told.err().contains(message), told::err);
  }

  @Test
  void aRunningServerShowsARepairAndItsEntityTagChanges() throws Exception {
    try (var server = IndexedHome.at(home).serve();
        var client = HttpClient.newHttpClient()) {
      URI search = server.address().resolve("/api/v1/search?limit=0&facet=person");
      HttpResponse<String> before = get(client, search);
      assertTrue(before.body().contains("Maria Lopez"), before::body);

      entity("hide", "person/maria-lopez").ended(0);

      HttpResponse<String> after = get(client, search);
      // an answer made during the change has no tag
      while (after.headers().firstValue("ETag").isEmpty()
          || after.headers().firstValue("ETag").equals(before.headers().firstValue("ETag"))) {
        Thread.onSpinWait();
        after = get(client, search);
      }
      assertEquals(200, after.statusCode());
      assertTrue(!after.body().contains("Maria Lopez"), after::body);
      URI hidden = server.address().resolve("/person/maria-lopez");
      assertEquals(404, get(client, hidden).statusCode());

      entity("merge", "person/fumio-kishida", "--into", "person/shigeru-ishiba").ended(0);
      for (String prefix : List.of("", "/api/v1/entities")) {
        URI merged = server.address().resolve(prefix + "/person/fumio-kishida");
        HttpResponse<String> answer = get(client, merged);
        while (answer.statusCode() == 200) { // until the server has looked
          Thread.onSpinWait();
          answer = get(client, merged);
        }
        assertEquals(302, answer.statusCode());
        assertEquals(
            List.of(prefix + "/person/shigeru-ishiba"), answer.headers().allValues("Location"));
      }
      URI into = server.address().resolve("/api/v1/entities/person/shigeru-ishiba");
      String profile = get(client, into).body();
      assertTrue(profile.contains("\"articles\":3,"), profile);
      assertTrue(profile.contains("\"aliases\":[\"Fumio Kishida\"]"), profile);
    }
  }

  private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
