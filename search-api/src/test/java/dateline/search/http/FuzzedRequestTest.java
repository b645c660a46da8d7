package dateline.search.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.search.IndexedHome;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever is sent, no answer is a fault of the server or tells of its insides.
///
/// The same requests can be driven by a fuzzer that watches which code they reach: it calls
/// `fuzzerTestOneInput`, see `.github/CONTRIBUTING.md`.
public final class FuzzedRequestTest {
  private static final long SEED = Long.getLong("test.seed", 11);
  private static final int REQUESTS =
      "long".equals(System.getProperty("test.counts")) ? 100_000 : 1_500;
  private static final int BYTES = 200;

  private static final List<String> METHODS =
      List.of("GET", "GET", "GET", "GET", "POST", "POST", "HEAD", "OPTIONS", "PUT", "BREW");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/search",
          "/a/",
          "/person/",
          "/place/",
          "/api/v1/search",
          "/api/v1/search.csv",
          "/api/v1/search.jsonl",
          "/api/v1/search.ris",
          "/api/v1/search.bib",
          "/api/v1/search.atom",
          "/api/v1/search.rss",
          "/api/v1/search.feed.json",
          "/api/v1/facets/",
          "/api/v1/suggest",
          "/api/v1/articles",
          "/api/v1/articles/",
          "/api/v1/articles/2021-09-24-quad-leaders-summit/versions/",
          "/api/v1/articles/2021-09-24-quad-leaders-summit/",
          "/api/v1/entities/",
          "/api/v1/parse",
          "/api/v1/explain",
          "/api/v1/analyze",
          "/api/v1/quote",
          "/api/v1/count",
          "/api/v1/timeline",
          "/api/v1/limits",
          "/mcp",
          "/openapi.json",
          "/oai",
          "/suggest.json",
          "/opensearch.xml",
          "/metrics",
          "/coverage",
          "/compare",
          "/api/v1/changes",
          "/api/v1/sources",
          "/api/v1/coverage",
          "/api/v1/compare",
          "/api/v1/saved",
          "/api/v1/saved/",
          "/api/v1/alerts",
          "/api/v1/alerts/");

  private static final List<String> NAMES =
      List.of(
          "q",
          "q",
          "q",
          "syntax",
          "match",
          "lenient",
          "in",
          "from",
          "to",
          "tz",
          "date.missing",
          "person",
          "place.all",
          "org.not",
          "issue.missing",
          "source",
          "lang",
          "tag",
          "thread",
          "story",
          "sort",
          "boost",
          "mode",
          "limit",
          "cursor",
          "page",
          "facet",
          "facet.person.limit",
          "facet.date.interval",
          "highlight",
          "snippets",
          "fields",
          "collapse",
          "suggest",
          "variants",
          "id",
          "text",
          "field",
          "prefix",
          "version",
          "begin_date",
          "verb",
          "metadataPrefix",
          "resumptionToken",
          "set",
          "identifier",
          "until",
          "since",
          "interval",
          "name",
          "order-by",
          "nonsense");

  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "Authorization",
          "X-Api-Key",
          "Cookie",
          "If-None-Match",
          "Range",
          "Origin",
          "X-Request-Id",
          "X-Forwarded-For",
          "Content-Type",
          "Mcp-Protocol-Version",
          "Mcp-Method",
          "Expect",
          "Transfer-Encoding");

  private static final List<String> PIECES =
      List.of(
          "security",
          "japan AND",
          "(",
          ")",
          "\"",
          "NEAR/5",
          "PRE/0",
          "ATLEAST/3",
          "FIRST/50",
          "caps(",
          "headline:",
          "person:any",
          "published:[",
          " TO ",
          "*",
          "?",
          "~",
          "-7d",
          "2021-02-30",
          "9999999999",
          "-1",
          "true",
          "auto",
          "relevance",
          "shinzo-abe",
          "JP",
          "ja",
          "Asia/Tokyo",
          "2021-09-24-quad-leaders-summit",
          "%",
          "%00",
          "%zz",
          "\u0000",
          "\u00e9",
          "日本",
          "\ud83d",
          "{\"a\":[1,{}]}",
          "[",
          "null",
          "<script>",
          "../",
          "'",
          "w/5",
          "&&",
          "||",
          "!",
          "^2",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"query\":\"",
          "application/json",
          "application/x-www-form-urlencoded",
          "gzip",
          "bytes=0-1",
          "Bearer ",
          "Basic ",
          "dateline_1_",
          "\r\n",
          "chunked",
          "100-continue");

  private static @Nullable URI address;

  @Test
  void noAnswerIsAFault() throws Exception {
    var random = new Random(SEED);
    System.out.println("requests of seed " + SEED + "; choose another by -Dtest.seed=");
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < REQUESTS; i++) {
      random.nextBytes(bytes);
      fuzzerTestOneInput(bytes);
    }
  }

  /// Sends the one request that some bytes stand for.
  public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
    byte[] request = request(ByteBuffer.wrap(bytes));
    String answer = new String(sent(request), ISO_8859_1);
    String told = "asked:\n" + new String(request, ISO_8859_1) + "\nanswered:\n" + answer;

    assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), told);
    assertTrue(!answer.startsWith("HTTP/1.1 5") || answer.startsWith("HTTP/1.1 501"), told);
    assertTrue(!answer.contains("\tat ") && !answer.contains("Exception"), told);
  }

  private static byte[] request(ByteBuffer dice) {
    String method = METHODS.get(number(dice, METHODS.size()));
    var target = new StringBuilder(PATHS.get(number(dice, PATHS.size())));
    if (number(dice, 3) == 0) {
      target.append(encoded(text(dice), dice));
    }
    var query = new StringBuilder();
    for (int i = number(dice, 6); i > 0; i--) {
      query
          .append(query.isEmpty() ? "" : "&")
          .append(NAMES.get(number(dice, NAMES.size())))
          .append(number(dice, 10) == 0 ? "" : "=")
          .append(encoded(text(dice), dice));
    }
    boolean hasBody = method.equals("POST") || method.equals("PUT");
    boolean isForm = hasBody && number(dice, 2) == 0;
    if (!isForm && !query.isEmpty()) {
      target.append('?').append(query);
    }
    var head =
        new StringBuilder(method + " " + target.toString().replaceAll("[\\s\\x00]", "%20"))
            .append(" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
    for (int i = number(dice, 4); i > 0; i--) {
      head.append(HEADERS.get(number(dice, HEADERS.size())))
          .append(": ")
          .append(text(dice))
          .append("\r\n");
    }
    byte[] body = new byte[0];
    if (hasBody) {
      body = (isForm ? query.toString() : text(dice) + text(dice)).getBytes(UTF_8);
      head.append(
          isForm
              ? "Content-Type: application/x-www-form-urlencoded\r\n"
              : "Content-Type: application/json\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private static int number(ByteBuffer dice, int most) {
    return dice.hasRemaining() ? (dice.get() & 0xff) % most : 0;
  }

  private static String text(ByteBuffer dice) {
    var text = new StringBuilder();
    for (int i = number(dice, 5); i > 0; i--) {
      int kind = number(dice, 4);
      text.append(
          kind == 0
              ? Character.toString(number(dice, 256))
              : PIECES.get(number(dice, PIECES.size())));
      text.append(kind == 1 ? " " : "");
    }
    return text.toString();
  }

  private static String encoded(String text, ByteBuffer dice) {
    return number(dice, 4) == 0 ? text : URLEncoder.encode(text, UTF_8);
  }

  private static byte[] sent(byte[] request) throws Exception {
    URI server = server();
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return socket.getInputStream().readAllBytes();
    } catch (SocketException _) { // it hangs up on what is no request
      return new byte[0];
    }
  }

  /// One server for all requests; it ends with the process.
  private static synchronized URI server() throws Exception {
    URI known = address;
    if (known == null) {
      Path folder = Files.createTempDirectory("fuzzed");
      var home = IndexedHome.at(folder.resolve("home"));
      home.index(IndexedHome.sampleArticles());
      known = home.serve().address();
      address = known;
    }
    return known;
  }
}
