package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.index.IndexOptions;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.export.Column;
import dateline.search.export.Export;
import dateline.search.export.ExportFormat;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whole results of the sample archive, and of a longer one, as files.
final class ExportTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// More than two pages of an export.
  private static final int MANY = 2_345;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static TestClient client;

  @BeforeAll
  static void open() throws Exception {
    client = TestClient.ofSample(folder);
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "q=security",
        "q=%22trade+war%22+OR+tariffs&sort=newest",
        "place=JP&from=1980&sort=oldest",
        "q=zzzz"
      })
  void everyFormatHoldsWhatASearchLists(String query) throws Exception {
    List<String> listed = listed(query);

    HttpResponse<String> lines = client.get("/api/v1/search.jsonl?" + query);
    List<String> rows = csv(client.get("/api/v1/search.csv?fields=id&" + query).body());
    String ris = client.get("/api/v1/search.ris?" + query).body();
    String bib = client.get("/api/v1/search.bib?" + query).body();

    assertEquals(
        listed,
        lines.body().lines().map(line -> JSON.readTree(line).get("id").asString()).toList());
    assertEquals(
        Integer.toString(listed.size()), lines.headers().firstValue("X-Total-Count").orElse(""));
    assertEquals("id", rows.getFirst());
    assertEquals(listed, rows.subList(1, rows.size()));
    assertEquals(
        listed,
        ris.lines()
            .filter(line -> line.startsWith("ID  - "))
            .map(line -> line.substring(6))
            .toList());
    assertEquals(listed.size(), ris.lines().filter(line -> line.startsWith("ER  -")).count());
    assertEquals(listed.size(), bib.lines().filter(line -> line.startsWith("@article{")).count());
  }

  private static List<String> listed(String query) throws Exception {
    var ids = new ArrayList<String>();
    String address = "/api/v1/search?collapse=none&facet=none&limit=100&" + query;
    while (!address.isEmpty()) {
      JsonNode answer = JSON.readTree(client.get(address).body());
      answer.get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
      address = answer.get("links").get("next").stringValue("");
    }
    return ids;
  }

  /// The cells of a file of one column.
  private static List<String> csv(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\r\n"));
  }

  @Test
  void citesOneArticleAndAChosenFew() throws Exception {
    String id = "2021-09-24-quad-leaders-summit";
    HttpResponse<String> ris = client.get("/api/v1/articles/" + id + ".ris");
    HttpResponse<String> bib =
        client.get("/api/v1/articles.bib?id=" + id + "&id=2022-12-28-south-korea-indo-pacific");

    assertEquals(
        "attachment; filename=\"" + id + ".ris\"",
        ris.headers().firstValue("Content-Disposition").orElse(""));
    assertTrue(
        ris.body()
            .startsWith(
                "TY  - NEWS\r\nID  - "
                    + id
                    + "\r\nTI  - Quad leaders pledge free and open Indo-Pacific at first summit in person\r\n"),
        ris.body());
    assertTrue(ris.body().contains("\r\nDA  - 2021/09/24/\r\n"), ris.body());
    assertTrue(ris.body().endsWith("ER  - \r\n\r\n"), ris.body());
    assertEquals(2, bib.body().lines().filter(line -> line.startsWith("@article{")).count());
    assertTrue(bib.body().contains("  date = {2021-09-24},\n"), bib.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/v1/search.csv?fields=id,headlin       | 400 | "suggestion":"headline"
          /api/v1/search.csv?plce=JP                 | 400 | "suggestion":"place"
          /api/v1/search.jsonl?q=%22open             | 400 | "code":"query.unbalanced-quote"
          /api/v1/articles.ris                       | 400 | Name 1 to 100 articles
          /api/v1/articles.ris?id=nobody             | 404 | "code":"article.unknown"
          /api/v1/articles/nobody.ris                | 404 | "code":"article.unknown"
          /api/v1/search.xlsx                        | 404 | "code":"address.unknown"
          """)
  void refusesBeforeItWrites(String address, int status, String body) throws Exception {
    HttpResponse<String> answer = client.get(address);

    assertEquals(status, answer.statusCode());
    assertTrue(answer.body().contains(body), answer.body());
  }

  @Test
  void aHeadTellsHowManyThereAre() throws Exception {
    HttpResponse<String> head =
        client.send(
            client
                .request("/api/v1/search.csv?q=security")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertEquals(
        Integer.toString(listed("q=security").size()),
        head.headers().firstValue("X-Total-Count").orElse(""));
    assertEquals("", head.body());
  }

  @Test
  void keepsWhatProgramsCouldTakeForTheirs() throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("odd.jsonl"),
            """
            {"id":"a b/ü","headline":"=1+1, \\"quoted\\"","body":"Two lines.\\n\\nOf 5 % & {more}.","byline":"By A. Lind and B. Moss","published":"1999","source":"Wire & Co","url":"https://wire.example/a_b"}
            {"id":"b","body":"-5 degrees","rights":"link"}
            """);
    var home = IndexedHome.at(folder.resolve("odd"));
    home.index(source);
    try (LuceneEngine odd = home.open();
        TestClient asked = TestClient.open(odd, odd)) {
      assertEquals(
          "id,headline,body,keywords\r\n"
              + "a b/ü,\"'=1+1, \"\"quoted\"\"\",\"Two lines.\n\nOf 5 % & {more}.\",\r\n"
              + "b,,…,\r\n",
          asked.get("/api/v1/search.csv?fields=id,headline,body,keywords&sort=oldest").body());
      assertEquals(
          """
          @article{a-b-,
            title = {{=1+1, "quoted"}},
            author = {A. Lind and B. Moss},
            journaltitle = {Wire \\& Co},
            date = {1999},
            langid = {english},
            url = {https://wire.example/a_b},
          }

          """,
          asked.get("/api/v1/articles.bib?id=a%20b%2F%C3%BC").body());
    }
  }

  @Test
  void goesOnWhereAPageEnds() throws Exception {
    try (LuceneEngine many = home("many").open();
        TestClient asked = TestClient.open(many, many)) {
      List<String> ids =
          asked
              .get("/api/v1/search.jsonl?q=news")
              .body()
              .lines()
              .map(line -> JSON.readTree(line).get("id").asString())
              .toList();

      assertEquals(MANY, ids.size());
      assertEquals(MANY, Set.copyOf(ids).size());
    }
  }

  @Test
  void saysAtItsEndThatItIsNotWhole() throws Exception {
    IndexedHome home = home("changed");
    try (LuceneEngine changed = home.open()) {
      var export =
          new Export(changed, changed, ArticleId::value, ExportFormat.CSV, List.of(Column.ID));
      Export.Begun begun =
          export.begin(
              new RequestReader(DoorDefaults.API, IndexedHome.CLOCK)
                  .read(Map.of("q", List.of("news")))
                  .request());
      for (int i = 0; i < 2; i++) {
        home.index(IndexOptions.Mode.FULL, Set.of(), folder.resolve("changed.jsonl"));
        changed.refresh();
      }
      var out = new StringWriter();
      var broken = assertThrows(IOException.class, () -> export.write(begun, out));

      assertTrue(String.valueOf(broken.getMessage()).contains("1000 of " + MANY), broken::toString);
      List<String> rows = csv(out.toString());
      assertEquals(1 + 1000 + 1, rows.size());
      assertTrue(rows.getLast().startsWith("\"ERROR: this file has 1000 of"), rows.getLast());
    }
  }

  private static IndexedHome home(String name) throws Exception {
    var lines = new ArrayList<String>();
    for (int i = 0; i < MANY; i++) {
      lines.add("{\"id\":\"n%d\",\"body\":\"News %d of the day\"}".formatted(i, i));
    }
    var home = IndexedHome.at(folder.resolve(name));
    home.index(Files.write(folder.resolve(name + ".jsonl"), lines));
    return home;
  }
}
