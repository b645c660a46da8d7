package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers are what the served OpenAPI document says.
final class ContractTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// A path of the document and a request to it.
  private static final String REQUESTS =
      """
      /api/v1/search                             | /api/v1/search
      /api/v1/search                             | /api/v1/search?q=indo-pacific+security&place=JP&snippets=3&facet=person,place,source,date
      /api/v1/search                             | /api/v1/search?q=securty
      /api/v1/search                             | /api/v1/search?q=security+zzzz&match=all&person=shinzo-abe
      /api/v1/search                             | /api/v1/search?q=%22open&lenient=true&plce=x
      /api/v1/search                             | /api/v1/search?thread=2021-09-24-quad-leaders-summit&from=2021
      /api/v1/search                             | /api/v1/search?q=security&fields=headline,published
      /api/v1/facets/{field}                     | /api/v1/facets/person?prefix=ja
      /api/v1/facets/{field}                     | /api/v1/facets/issue?q=trade
      /api/v1/suggest                            | /api/v1/suggest?q=ja
      /api/v1/articles                           | /api/v1/articles?id=2021-09-24-quad-leaders-summit&id=nobody
      /api/v1/articles/{id}                      | /api/v1/articles/2021-09-24-quad-leaders-summit
      /api/v1/articles/{id}/versions             | /api/v1/articles/2021-09-24-quad-leaders-summit/versions
      /api/v1/articles/{id}/versions/{version}   | /api/v1/articles/2021-09-24-quad-leaders-summit/versions/1
      /api/v1/articles/{id}/similar              | /api/v1/articles/2021-09-24-quad-leaders-summit/similar
      /api/v1/articles/{id}/thread               | /api/v1/articles/2021-09-24-quad-leaders-summit/thread
      /api/v1/articles/{id}/sentences            | /api/v1/articles/2021-09-24-quad-leaders-summit/sentences
      /api/v1/entities/{kind}/{id}               | /api/v1/entities/place/JP
      /api/v1/entities/{kind}/{id}               | /api/v1/entities/person/shinzo-abe
      /api/v1/parse                              | /api/v1/parse?q=(trade+NEAR/5+war)+AND+published:%5B1987+TO+*%5D+-%22tax+cut%22
      /api/v1/explain                            | /api/v1/explain?q=indo-pacific+security&id=2021-09-24-quad-leaders-summit
      /api/v1/explain                            | /api/v1/explain?q=zzzz&id=2021-09-24-quad-leaders-summit
      /api/v1/analyze                            | /api/v1/analyze?field=body&text=Ships+sank
      /api/v1/quote                              | /api/v1/quote?text=free+and+open+Indo-Pacific
      /api/v1/count                              | /api/v1/count?q=security&place=JP
      /api/v1/timeline                           | /api/v1/timeline?q=security&facet.date.interval=year
      /api/v1/timeline                           | /api/v1/timeline
      /api/v1/limits                             | /api/v1/limits
      /api/v1/changes                            | /api/v1/changes
      /api/v1/changes                            | /api/v1/changes?since=2026-11-01&limit=1000
      /api/v1/sources                            | /api/v1/sources
      /api/v1/coverage                           | /api/v1/coverage
      /api/v1/coverage                           | /api/v1/coverage?from=1948&to=1950&interval=month
      /api/v1/compare                            | /api/v1/compare?q=war&q=peace&q=trade&interval=year
      /api/v1/saved                              | /api/v1/saved
      /api/v1/saved/{id}                         | /api/v1/saved/quad
      /api/v1/alerts                             | /api/v1/alerts
      /api/v1/status                             | /api/v1/status
      /livez                                     | /livez
      /readyz                                    | /readyz
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static TestClient client;

  @SuppressWarnings("NullAway.Init")
  private static JsonNode contract;

  @BeforeAll
  static void open() throws Exception {
    client = TestClient.ofSample(folder);
    SavedExample.add(IndexedHome.at(folder.resolve("sample")), "quad", "q=quad%20summit");
    contract = JSON.readTree(client.get("/openapi.json").body());
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = REQUESTS)
  void answersAreOfTheirSchema(String path, String request) throws Exception {
    HttpResponse<String> answer = client.get(request);
    JsonNode responses = contract.get("paths").get(path).get("get").get("responses");
    JsonNode schema = responses.get("200").get("content").get("application/json").get("schema");

    assertEquals(200, answer.statusCode(), answer.body());
    new SchemaCheck(contract).check(JSON.readTree(answer.body()), schema, path);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search?plce=JP, 400",
    "/api/v1/search?q=%22open, 400",
    "/api/v1/search?mode=hybrid&q=trade, 409",
    "/api/v1/search?cursor=x, 410",
    "/api/v1/search?fields=headlin, 400",
    "/api/v1/changes?since=x, 400",
    "/api/v1/coverage?intervall=day, 400",
    "/api/v1/compare?q=war, 400",
    "/api/v1/articles/nobody, 404",
    "/api/v1/articles/1948-11-03-dewey-early-edition, 410",
    "/api/v1/quote?text=short, 400",
    "/api/v1/saved/nobody, 404",
    "/api/v1/alerts/nobody.atom, 404",
    "/api/v1/nothing, 404"
  })
  void errorsAreProblemDetails(String request, int status) throws Exception {
    HttpResponse<String> answer = client.get(request);
    JsonNode schema = contract.at("/components/schemas/Problem");

    assertEquals(status, answer.statusCode());
    new SchemaCheck(contract).check(JSON.readTree(answer.body()), schema, request);
  }

  @Test
  void aPageTellsPeopleOfEveryOperation() throws Exception {
    Document page = Jsoup.parse(client.get("/openapi").body());
    List<String> told = page.select("dt code").eachText();
    var operations = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
      path.getValue()
          .propertyNames()
          .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    assertEquals(operations, told);
    assertTrue(page.select("dd code").eachText().contains("facet.date.interval"));
  }

  @Test
  void aTimelineAddsUpAndNamesItsGaps() throws Exception {
    JsonNode line =
        JSON.readTree(
            client.get("/api/v1/timeline?q=security&facet.date.interval=year&from=1990").body());
    JsonNode all = JSON.readTree(client.get("/api/v1/count").body());
    JsonNode found = JSON.readTree(client.get("/api/v1/count?q=security").body());
    long counted = 0;
    long ofArchive = 0;
    String last = "";
    for (JsonNode bar : line.get("items")) {
      counted += bar.get("count").asLong();
      ofArchive += bar.get("all").asLong();
      assertEquals(
          bar.get("count").asDouble() / bar.get("all").asDouble(),
          bar.get("share").asDouble(),
          1e-6);
      assertTrue(bar.get("from").asString().compareTo(last) > 0, bar::toString);
      last = bar.get("to").asString();
    }

    // the histogram shows what lies outside the dates too, so that they can be changed
    assertEquals(found.get("total").get("value").asLong(), counted + line.get("undated").asLong());
    assertTrue(ofArchive <= all.get("total").get("value").asLong());
    assertTrue(line.get("total").get("value").asLong() < counted);
    int gaps = line.get("gaps").size();
    int years =
        Integer.parseInt(last.substring(0, 4))
            - Integer.parseInt(line.get("items").get(0).get("value").asString())
            + 1;
    assertTrue(gaps > 0 || line.get("items").size() == years, () -> gaps + " gaps");
  }

  @Test
  void everyAnswerInJsonIsAskedFor() {
    var asked = new TreeSet<String>();
    REQUESTS.lines().forEach(line -> asked.add(line.split("[|]")[0].strip()));
    var listed = new TreeSet<String>();
    contract
        .get("paths")
        .properties()
        .forEach(path -> {
          JsonNode content = path.getValue().at("/get/responses/200/content");
          if (content.has("application/json")) {
            listed.add(path.getKey());
          }
        });

    assertEquals(listed, asked);
  }

  @Test
  void everyListedParameterIsRead() {
    var unknown = new ArrayList<String>();
    for (JsonNode parameter : contract.at("/components/parameters")) {
      String name = parameter.get("name").asString();
      if (parameter.get("in").asString().equals("query")) {
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK)
            .read(Map.of(name, List.of("1"))).problems().stream()
                .filter(problem -> problem.code().equals("param.unknown"))
                .forEach(_ -> unknown.add(name));
      }
    }

    assertEquals(List.of(), unknown);
  }

  @Test
  void referencesLeadSomewhereAndOperationsHaveNamesOfTheirOwn() {
    var names = new ArrayList<String>();
    contract.findValues("operationId").forEach(name -> names.add(name.asString()));
    for (JsonNode reference : contract.findValues("$ref")) {
      assertTrue(contract.at(reference.asString().substring(1)).isObject(), reference::asString);
    }

    assertEquals(names.size(), new TreeSet<>(names).size());
    assertFalse(names.isEmpty());
    assertEquals("3.1.0", contract.get("openapi").asString());
  }
}
