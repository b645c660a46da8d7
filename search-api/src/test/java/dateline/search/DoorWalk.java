package dateline.search;

import dateline.index.schema.ArticleField;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Asks a server by every address at which an article may show.
final class DoorWalk {
  /// A feed, and whoever tells harvesters and mirrors, has to name what others must forget; here it
  /// tells the id and the reason alone.
  private static final Pattern REMOVAL =
      Pattern.compile(
          "<at:deleted-entry ref=\"[^\"<>]*\" when=\"[^\"<>]*\">"
              + "(<at:comment>[^<>]{0,600}</at:comment>)?</at:deleted-entry>"
              + "|<header status=\"deleted\"><identifier>[^<>]*</identifier>"
              + "<datestamp>[^<>]*</datestamp></header>"
              + "|[{]\"id\":\"[^\"]*\",\"status\":\"gone\",\"at\":\"[^\"]*\""
              + "(,\"reason\":\"[^\"]{0,600}\")?[}]");

  /// The ids of saved searches in the list of them.
  private static final Pattern SAVED = Pattern.compile("\\{\"id\":\"([a-z0-9]+)\"");

  private final URI server;
  private final HttpClient client;
  private final List<String> headers;

  /// @param headers sent with each request, names and values in turns
  DoorWalk(URI server, HttpClient client, String... headers) {
    this.server = server;
    this.client = client;
    this.headers = List.of(headers);
  }

  /// What one address answered.
  record Answer(int status, String body) {}

  /// @param id of an article
  /// @param person id of a person in it
  /// @param word of its text
  Map<String, Answer> answers(String id, String person, String word)
      throws IOException, InterruptedException {
    var paths =
        new ArrayList<>(
            List.of(
                "/",
                "/search?q=",
                "/search?q=" + word,
                "/search?q=" + word + "&sort=oldest&match=any",
                "/search?person=" + person,
                "/a/" + id,
                "/a/" + id + "?version=1",
                "/person/" + person,
                "/api/v1/search",
                "/api/v1/search?q=" + word,
                "/api/v1/search?q=person:any",
                "/api/v1/search?person=" + person + "&limit=0",
                "/api/v1/search?story=" + id + "&lenient=true",
                "/api/v1/search?thread=" + id + "&lenient=true",
                "/api/v1/suggest?q=" + word.substring(0, 4),
                "/api/v1/articles?id=" + id,
                "/api/v1/articles/" + id,
                "/api/v1/articles/" + id + "/versions",
                "/api/v1/articles/" + id + "/versions/1",
                "/api/v1/articles/" + id + "/similar",
                "/api/v1/articles/" + id + "/thread",
                "/api/v1/articles/" + id + "/sentences",
                "/api/v1/articles/shown/similar",
                "/api/v1/articles/shown/thread",
                "/api/v1/articles/shown/versions",
                "/api/v1/entities/person/" + person,
                "/api/v1/explain?q=" + word + "&id=" + id,
                "/api/v1/search.atom?q=" + word,
                "/api/v1/search.rss?q=" + word,
                "/api/v1/search.feed.json?person=" + person,
                "/api/v1/search.csv",
                "/api/v1/search.jsonl?fields=id,headline,lead,body&q=" + word,
                "/api/v1/search.ris?person=" + person,
                "/api/v1/articles.bib?id=" + id,
                "/api/v1/articles/" + id + ".ris",
                "/api/v1/count?q=" + word,
                "/api/v1/timeline?q=" + word,
                "/api/v1/quote?text=a+story+of+" + word,
                "/api/v1/quote?text=a+story+of+" + word + "&id=" + id,
                "/api/v1/quote?text=a+story+of+" + word + "&id=shown",
                "/api/v1/changes?limit=1000",
                "/api/v1/changes?since=2026-11-01",
                "/api/v1/sources",
                "/api/v1/coverage?interval=day",
                "/api/v1/compare?q=" + word + "&q=harvest",
                "/coverage",
                "/compare?q=" + word + "&q=harvest",
                "/oai?verb=ListSets",
                "/oai?verb=ListRecords&metadataPrefix=oai_dc",
                "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
                "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:" + id,
                "/suggest.json?q=" + word.substring(0, 4),
                "/api/v1/saved",
                "/api/v1/alerts",
                "/api/v1/status"));
    for (String search :
        SAVED
            .matcher(get("/api/v1/saved").body())
            .results()
            .map(found -> found.group(1))
            .toList()) {
      paths.addAll(
          List.of(
              "/api/v1/saved/" + search,
              "/api/v1/alerts/" + search + ".atom",
              "/api/v1/alerts/" + search + ".rss",
              "/api/v1/alerts/" + search + ".feed.json"));
    }
    for (ArticleField field : ArticleField.values()) {
      paths.add("/api/v1/facets/" + field.parameter());
      paths.add("/api/v1/search?facet=" + field.parameter() + "&limit=0");
    }
    var answers = new TreeMap<String, Answer>();
    for (String path : paths) {
      answers.put(path, get(path));
    }
    for (Map.Entry<String, String> call : tools(id, person, word).entrySet()) {
      String message =
          """
          {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s}}\
          """
              .formatted(call.getKey().strip(), call.getValue());
      answers.put(message, post("/mcp", message));
    }
    return answers;
  }

  /// Calls of every tool for assistants, by its name and blanks behind it.
  private static Map<String, String> tools(String id, String person, String word) {
    return Map.of(
        "search", "{\"query\":\"%s\",\"detail\":\"full\"}".formatted(word),
        "search ", "{\"person\":[\"%s\"]}".formatted(person),
        "fetch", "{\"id\":\"%s\"}".formatted(id),
        "suggest_entities", "{\"text\":\"%s\"}".formatted(word.substring(0, 4)),
        "count", "{\"query\":\"%s\"}".formatted(word),
        "timeline", "{\"query\":\"%s\",\"interval\":\"day\"}".formatted(word),
        "facets", "{\"field\":\"person\",\"limit\":100}",
        "similar", "{\"id\":\"shown\"}",
        "verify_quote", "{\"text\":\"a story of %s\"}".formatted(word));
  }

  private Answer post(String path, String message) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  Answer get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), REMOVAL.matcher(response.body()).replaceAll(""));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
  }

  /// Addresses that give away one of some words which they do not name themselves.
  static List<String> telling(Map<String, Answer> answers, List<String> words) {
    return answers.entrySet().stream()
        .filter(answer ->
            words.stream()
                .filter(word -> !answer.getKey().toLowerCase(Locale.ROOT).contains(word))
                .anyMatch(word -> answer.getValue().body().toLowerCase(Locale.ROOT).contains(word)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
