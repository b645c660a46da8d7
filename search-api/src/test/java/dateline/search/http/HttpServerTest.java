package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.analyze.FieldAnalysis;
import dateline.search.Golden;
import dateline.search.memory.SmallArchive;
import dateline.search.page.Addresses;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HttpServerTest {
  private static final JsonMapper JSON = new JsonMapper();

  @SuppressWarnings("NullAway.Init") // opened before all
  private static TestClient client;

  @BeforeAll
  static void open() throws IOException {
    client = TestClient.open();
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          search.json              | /api/v1/search?q=trade+japan&place=JP&limit=2
          search-lenient.json      | /api/v1/search?q=%22trade&limit=1&lenient=true&facet=source
          article.json             | /api/v1/articles/wire%2F1987-03-02%231
          entity.json              | /api/v1/entities/place/JP
          similar.json             | /api/v1/articles/wire%2F1987-03-02%231/similar?limit=2
          thread.json              | /api/v1/articles/wire%2F1987-03-02%231/thread
          articles.json            | /api/v1/articles?id=plain&id=nobody&id=gazette-2019-07-01
          versions.json            | /api/v1/articles/gazette-2019-07-01/versions
          version.json             | /api/v1/articles/gazette-2019-07-01/versions/2
          version-first.json       | /api/v1/articles/gazette-2019-07-01/versions/1
          parse.json               | /api/v1/parse?q=%22trade+pact%22+AND+(headline:tax+OR+-person:Abe)+published:[1987+TO+*]+x&match=all
          parse-lucene.json        | /api/v1/parse?syntax=lucene&q=title:trade%5E2+%26%26+pact
          analyze.json             | /api/v1/analyze?field=headline&text=The+U.S.+%F0%9F%98%80+talks
          analyze-other.json       | /api/v1/analyze?field=byline&text=Jos%C3%A9+Gray&lang=es
          analyze-value.json       | /api/v1/analyze?field=section&text=World+News
          explain.json             | /api/v1/explain?q=trade&id=wire%2F1987-03-02%231
          explain-no-match.json    | /api/v1/explain?q=japan&id=plain&source=nobody
          search-none.json         | /api/v1/search?q=trade+zebra&match=all&place=FR&from=2019
          facet-values.json        | /api/v1/facets/place?prefix=wa&q=trade
          search-spelling.json     | /api/v1/search?q=%22tarde%22+AND+place:Japan&facet=none&limit=1&snippets=0
          suggest.json             | /api/v1/suggest?q=Ja&limit=3
          suggest-nothing.json     | /api/v1/suggest
          status.json              | /api/v1/status
          """)
  void answersProgramsInJson(String file, String path) throws Exception {
    HttpResponse<String> response = client.get(path);

    assertEquals(200, response.statusCode());
    assertEquals("application/json", header(response, "Content-Type"));
    Golden.check(file, pretty(response.body()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/v1/search?q=%22japan          | 400 | query.unbalanced-quote
          /api/v1/search?nonsense=1          | 400 | param.unknown
          /api/v1/search?q=japan&cursor=gone | 410 | cursor.expired
          /api/v1/articles/nobody            | 404 | article.unknown
          /api/v1/articles/nobody/similar    | 404 | article.unknown
          /api/v1/articles/nobody/versions   | 404 | article.unknown
          /api/v1/articles/%01/versions      | 404 | article.unknown
          /api/v1/articles/nobody/versions/1 | 404 | article.unknown
          /api/v1/articles/plain/versions/2  | 404 | version.unknown
          /api/v1/articles/plain/versions/0  | 400 | param.invalid
          /api/v1/articles/plain/versions/x  | 400 | param.invalid
          /api/v1/articles/nobody/thread     | 404 | article.unknown
          /api/v1/articles/%01/thread        | 404 | article.unknown
          /api/v1/search?thread=a&thread=b&thread=c&thread=d&thread=e&thread=f | 400 | param.invalid
          /api/v1/entities/person/nobody     | 404 | entity.unknown
          /api/v1/entities/people/nobody     | 404 | entity.unknown
          /api/v1/articles/plain/similar?limit=99 | 400 | param.invalid
          /api/v1/articles/%01               | 404 | article.unknown
          /api/v1/articles                   | 400 | param.invalid
          /api/v1/parse?nonsense=1           | 400 | param.unknown
          /api/v1/parse?q=a&syntax=sql       | 400 | param.invalid
          /api/v1/search?q=a%5E2&syntax=lucene | 400 | query.boost-not-offered
          /api/v1/analyze?field=headline     | 400 | param.invalid
          /api/v1/analyze?text=a             | 400 | param.invalid
          /api/v1/analyze?text=a&field=hedline | 400 | param.invalid
          /api/v1/analyze?text=a&field=body&q=a | 400 | param.unknown
          /api/v1/explain?q=japan            | 400 | param.invalid
          /api/v1/explain?q=japan&id=a&id=b  | 400 | param.invalid
          /api/v1/explain?q=%22japan&id=plain | 400 | query.unbalanced-quote
          /api/v1/explain?q=a&x=1&id=plain   | 400 | param.unknown
          /api/v1/explain?q=japan&id=nobody  | 404 | article.unknown
          /api/v1/explain?q=japan&id=%01     | 404 | article.unknown
          /api/v1/facets/colour              | 404 | facet.unknown
          /api/v1/facets/place?limit=0       | 400 | param.invalid
          /api/v1/facets/place?limit=1001    | 400 | param.invalid
          /api/v1/facets/place?prefix=a&prefix=b | 400 | param.repeated
          /api/v1/facets/place?prefx=a       | 400 | param.unknown
          /api/v1/facets/place?q=%22a        | 400 | query.unbalanced-quote
          /api/v1/suggest?q=a&limit=21       | 400 | param.invalid
          /api/v1/suggest?q=a&q=b            | 400 | param.repeated
          /api/v1/suggest?q=a&place=JP       | 400 | param.unknown
          /api/v1/nothing                    | 404 | address.unknown
          /api                               | 404 | address.unknown
          """)
  void tellsProgramsWhatIsWrong(String path, int status, String code) throws Exception {
    HttpResponse<String> response = client.get(path);

    JsonNode problem = JSON.readTree(response.body());
    assertEquals(
        List.of(status, "application/problem+json", status, code),
        List.of(
            response.statusCode(),
            header(response, "Content-Type"),
            problem.get("status").asInt(),
            problem.get("code").asString()));
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing, 404, There is nothing at this address",
    "/a/nobody, 404, There is nothing at this address",
    "/a/plain?version=2, 404, There is nothing at this address",
    "/a/plain?version=last, 400, This address cannot be read",
    "/search?q=japan&cursor=gone, 410, These results are out of date"
  })
  void tellsPeopleWhatIsWrong(String path, int status, String heading) throws Exception {
    HttpResponse<String> response = client.get(path);

    assertEquals(status, response.statusCode());
    assertEquals("text/html;charset=utf-8", header(response, "Content-Type"));
    assertEquals(heading, between(response.body(), "<h1>", "</h1>"));
  }

  @Test
  void takesALongSearchAsFormOrJson() throws Exception {
    String expected = client.get("/api/v1/search?q=trade&place=JP&place=FR&limit=1").body();

    String ofForm =
        client
            .post(
                "/api/v1/search",
                "application/x-www-form-urlencoded",
                "q=trade&place=JP&place=FR&limit=1")
            .body();
    String ofJson =
        client
            .post(
                "/api/v1/search",
                "application/json",
                "{\"q\": \"trade\", \"place\": [\"JP\", \"FR\"], \"limit\": 1}")
            .body();

    assertEquals(List.of(expected, expected), List.of(ofForm, ofJson));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | {"q":            | 400 | body.not-json
          application/json | []               | 400 | body.no-object
          application/json | {"q": {"a": 1}}  | 400 | param.invalid
          text/plain       | q=japan          | 415 | body.unknown-type
          """)
  void refusesABodyThatIsNoSearch(String type, String body, int status, String code)
      throws Exception {
    HttpResponse<String> response = client.post("/api/v1/search", type, body);

    assertEquals(status, response.statusCode());
    assertEquals(code, JSON.readTree(response.body()).get("code").asString());
  }

  @Test
  void completesNoTextThatIsTooLong() throws Exception {
    HttpResponse<String> longest = client.get("/api/v1/suggest?q=" + "a".repeat(200));
    HttpResponse<String> longer = client.get("/api/v1/suggest?q=" + "a".repeat(201));

    assertEquals(List.of(200, 400), List.of(longest.statusCode(), longer.statusCode()));
    assertEquals("q", JSON.readTree(longer.body()).get("parameter").asString());
  }

  @Test
  void namesTheFacetsThatThereAre() throws Exception {
    JsonNode problem = JSON.readTree(client.get("/api/v1/facets/colour").body());

    assertEquals(
        "No facet is called 'colour'. There are: person, place, place_mention, org, issue, source,"
            + " section, author, lang, type, tag.",
        problem.get("detail").asString());
  }

  /// The link of each part leads to as many articles as were told.
  @Test
  void leadsFromNothingToSomething() throws Exception {
    JsonNode answer =
        JSON.readTree(client.get("/api/v1/search?q=trade+zebra&match=all&place=FR").body());

    for (JsonNode relaxation : answer.get("relaxations").values()) {
      JsonNode followed = JSON.readTree(client.get(relaxation.get("link").asString()).body());
      assertEquals(relaxation.get("total"), followed.get("total").get("value"));
    }
    assertEquals("word: zebra", answer.get("relaxations").get(0).get("without").asString());
  }

  @Test
  void refusesWhatIsTooLong() throws Exception {
    String tooLong = "q=" + "japan+".repeat(Limits.REQUEST_BYTES / 6 + 1);

    HttpResponse<String> inBody =
        client.post("/api/v1/search", "application/x-www-form-urlencoded", tooLong);
    HttpResponse<String> inAddress = client.get("/api/v1/search?" + tooLong);
    HttpResponse<String> onPage = client.get("/search?" + tooLong);
    HttpResponse<String> beyondHeaders = client.get("/api/v1/search?" + tooLong.repeat(2));

    assertEquals(
        List.of(413, 413, 413, 414),
        List.of(
            inBody.statusCode(),
            inAddress.statusCode(),
            onPage.statusCode(),
            beyondHeaders.statusCode()));
    assertEquals("request.too-large", JSON.readTree(inBody.body()).get("code").asString());
    assertEquals("request.unreadable", JSON.readTree(beyondHeaders.body()).get("code").asString());
  }

  @Test
  void analyzesTextsUpToALimit() throws Exception {
    String most = "a".repeat(FieldAnalysis.LENGTH_MAX);

    assertEquals(200, client.get("/api/v1/analyze?field=body&text=" + most).statusCode());
    HttpResponse<String> refused = client.get("/api/v1/analyze?field=body&text=a" + most);

    assertEquals(400, refused.statusCode());
    assertEquals(
        "The text has 10001 characters; the limit is 10000.",
        JSON.readTree(refused.body()).get("detail").asString());
  }

  @Test
  void namesTheFieldThatWasProbablyMeant() throws Exception {
    JsonNode problem = JSON.readTree(client.get("/api/v1/analyze?field=hedline&text=a").body());

    assertEquals("headline", problem.get("suggestion").asString());
    assertEquals(
        "There is no field “hedline”. The fields are: headline, subhead, lead, body, byline, person, place,"
            + " place_mention, org, issue, source, section, author, lang, type, tag, person_name, place_name, org_name,"
            + " issue_name, and each text field by its name in the index, such as body_en_plain.",
        problem.get("detail").asString());
  }

  @Test
  void keepsTheSyntaxInTheFormOfThePage() throws Exception {
    String page = client.get("/search?q=japan%5E2&syntax=lucene").body();

    assertEquals("lucene", between(page, "name=\"syntax\" value=\"", "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wire/1987-03-02#1", "gazette:é/ü?x=1&y=2 %2F", "hostile" + SmallArchive.HOSTILE})
  void findsArticlesWhateverTheirId(String id) throws Exception {
    String encoded = Addresses.encoded(id);

    JsonNode article = JSON.readTree(client.get("/api/v1/articles/" + encoded).body());

    assertEquals(id, article.get("id").asString());
    assertEquals("/a/" + encoded, article.get("url").asString());
    assertEquals(200, client.get("/a/" + encoded).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/search?q=japan", "/a/plain", "/api/v1/search", "/robots.txt"})
  void answersHeadAsGetWithoutABody(String path) throws Exception {
    HttpResponse<String> got = client.get(path);
    HttpResponse<String> headed =
        client.send(client.request(path).method("HEAD", BodyPublishers.noBody()));

    assertEquals(200, headed.statusCode());
    assertEquals("", headed.body());
    assertEquals(header(got, "Content-Type"), header(headed, "Content-Type"));
  }

  @ParameterizedTest
  @CsvSource({"POST, /search", "DELETE, /api/v1/search", "PUT, /a/plain", "TRACE, /"})
  void refusesOtherMethods(String method, String path) throws Exception {
    HttpResponse<String> response =
        client.send(client.request(path).method(method, BodyPublishers.noBody()));

    assertEquals(405, response.statusCode());
  }

  @Test
  void protectsEveryAnswer() throws Exception {
    for (String path : List.of("/", "/search?q=japan", "/nothing", "/api/v1/status", "/livez")) {
      HttpResponse<String> response = client.get(path);

      assertEquals(
          Map.of(
              "Content-Security-Policy",
              "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                  + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
              "X-Content-Type-Options",
              "nosniff",
              "Referrer-Policy",
              "same-origin"),
          Map.of(
              "Content-Security-Policy",
              header(response, "Content-Security-Policy"),
              "X-Content-Type-Options",
              header(response, "X-Content-Type-Options"),
              "Referrer-Policy",
              header(response, "Referrer-Policy")),
          path);
    }
  }

  @Test
  void keepsTheStyleSheetForEver() throws Exception {
    String path = between(client.get("/").body(), "<link rel=\"stylesheet\" href=\"", "\"");

    HttpResponse<String> style = client.get(path);

    assertEquals(200, style.statusCode());
    assertEquals("text/css;charset=utf-8", header(style, "Content-Type"));
    assertEquals("public, max-age=31536000, immutable", header(style, "Cache-Control"));
  }

  @ParameterizedTest
  @CsvSource({
    "/, gzip, gzip",
    "/, identity, ''",
    "/, gzip;q=0, ''",
    "/api/v1/search, 'br, gzip', br",
    "/api/v1/search, 'gzip, br;q=0.5', gzip",
    "/api/v1/search, 'br;q=0, gzip', gzip",
    "/api/v1/search, 'br;q=0', ''",
    "/livez, gzip, ''"
  })
  void compressesForWhomItMay(String path, String accepted, String encoding) throws Exception {
    HttpResponse<String> response =
        client.send(client.request(path).header("Accept-Encoding", accepted));

    assertEquals(200, response.statusCode());
    assertEquals(encoding, header(response, "Content-Encoding"));
  }

  @Test
  void keepsTheIdOfACaller() throws Exception {
    HttpResponse<String> named =
        client.send(client.request("/livez").header("X-Request-Id", "night-desk.7"));
    HttpResponse<String> forged =
        client.send(client.request("/livez").header("X-Request-Id", "a b"));

    assertEquals("night-desk.7", header(named, "X-Request-Id"));
    assertEquals(true, header(forged, "X-Request-Id").matches("[a-z0-9]+-[0-9]+"));
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String between(String text, String before, String after) throws IOException {
    int start = text.indexOf(before);
    if (start < 0) {
      throw new IOException("no " + before + " in " + text);
    }
    start += before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  private static String pretty(String json) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n";
  }
}
