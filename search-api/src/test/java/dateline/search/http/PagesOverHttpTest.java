package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.Golden;
import dateline.search.memory.SmallArchive;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesOverHttpTest {
  private static final Pattern ASSET = Pattern.compile("/static/[a-z]+-[0-9a-f]{12}[.][a-z]+");

  private static final Pattern OUR_SCRIPT =
      Pattern.compile("<script type=\"module\" src=\"" + ASSET + "\"></script>");

  /// 60 KB for the first page with style, scripts and icon.
  private static final int FIRST_VISIT_BYTES_MAX = 60 * 1024;

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
          home.html           | /
          search.html         | /search?q=trade+japan&place=JP&from=1987&to=1994&sort=newest
          search-warning.html | /search?q=%22trade+tariffs&facet=source
          search-thread.html  | /search?thread=wire%2F1987-03-02%231
          search-spelling.html | /search?q=tarde&place=JP&sort=newest&facet=none
          search-none.html    | /search?q=zebra&place=JP&person.not=~maria+lopez&from=1987-03
          article.html        | /a/wire%2F1987-03-02%231?search=q%3Dtrade%26place%3DJP
          article-corrected.html | /a/gazette-2019-07-01
          article-bare.html   | /a/plain
          article-plain.html  | /a/gazette-2019-07-01?search=q%3Dtrade&names=off
          version.html        | /a/gazette-2019-07-01?version=2
          version-current.html | /a/gazette-2019-07-01?version=3&changes=off
          entity.html         | /place/JP
          failure.html        | /a/nobody
          """)
  void showsPages(String file, String path) throws Exception {
    String page = client.get(path).body();

    Golden.check(file, page.replaceAll("-[0-9a-f]{12}[.]", "-HASH."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=trade",
        "/search?q=%22%27%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/search?person=%22%27%3E%3Cscript%3Ealert(1)%3C/script%3E&q=nothing",
        "/a/HOSTILE",
        "/a/HOSTILE?version=1",
        "/a/plain?search=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/person/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
      })
  void lettersOfTheArchiveNeverRun(String path) throws Exception {
    String id = dateline.search.page.Addresses.encoded("hostile" + SmallArchive.HOSTILE);

    HttpResponse<String> response = client.get(path.replace("HOSTILE", id));

    String page = OUR_SCRIPT.matcher(response.body()).replaceAll("");
    assertEquals(false, page.contains("<script"), page);
    assertEquals(false, page.contains("<img"), page);
    assertEquals(false, page.contains("href=\"javascript:"), page);
    assertEquals(
        0, Pattern.compile("<[^>]*\\son[a-z]+=").matcher(unquoted(page)).results().count(), page);
  }

  @Test
  void staysSmall() throws Exception {
    String page = client.get("/").body();
    List<String> assets = ASSET.matcher(page).results().map(MatchResult::group).distinct().toList();

    int bytes = size(page);
    for (String asset : assets) {
      HttpResponse<String> answer = client.get(asset);
      assertEquals(200, answer.statusCode(), asset);
      bytes += size(answer.body());
    }

    assertEquals(4, assets.size(), assets.toString());
    assertTrue(bytes < FIRST_VISIT_BYTES_MAX, bytes + " bytes");
  }

  @ParameterizedTest
  @CsvSource({"suggestions, 6144", "timeline, 3072"})
  void scriptsStaySmall(String name, int bytesMax) throws Exception {
    Matcher script =
        Pattern.compile("/static/" + name + "-[0-9a-f]+[.]js").matcher(client.get("/").body());
    assertTrue(script.find());

    HttpResponse<String> answer = client.get(script.group());

    assertEquals(
        "text/javascript;charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(size(answer.body()) < bytesMax, size(answer.body()) + " bytes");
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// The page without the values of attributes, which may hold anything.
  private static String unquoted(String page) {
    return page.replaceAll("\"[^\"]*\"", "\"\"");
  }
}
