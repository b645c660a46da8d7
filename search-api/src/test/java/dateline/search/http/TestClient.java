package dateline.search.http;

import dateline.search.IndexedHome;
import dateline.search.access.KeyRing;
import dateline.search.alert.SearchKeeper;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.SearchEngine;
import dateline.search.lucene.LuceneEngine;
import dateline.search.memory.MemoryEngine;
import dateline.search.memory.SmallArchive;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// A server over a small archive and a client that talks to it.
final class TestClient implements Closeable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private final HttpServer server;
  private final Closeable archive;
  private final HttpClient client = HttpClient.newHttpClient();

  /// @param archive closed after the server
  private TestClient(HttpServer server, Closeable archive) {
    this.server = server;
    this.archive = archive;
  }

  /// Over the sample archive, indexed in a folder.
  static TestClient ofSample(Path folder) throws Exception {
    var home = IndexedHome.at(folder.resolve("sample"));
    home.index(IndexedHome.sampleArticles());
    return ofHome(home);
  }

  /// Over an archive of articles, a line of JSON each.
  ///
  /// @param folder empty
  static TestClient of(String lines, Path folder) throws Exception {
    var home = IndexedHome.at(folder.resolve("home"));
    home.index(Files.writeString(folder.resolve("a.jsonl"), lines));
    return ofHome(home);
  }

  /// Over an archive with its saved searches.
  static TestClient ofHome(IndexedHome home) throws IOException {
    LuceneEngine engine = home.open();
    HttpServer server =
        HttpServer.start(
            new HttpOptions("127.0.0.1", 0, null),
            engine,
            engine,
            new SearchKeeper(home.path(), engine, engine, engine::hold, CLOCK),
            new KeyRing(CLOCK),
            CLOCK);
    return new TestClient(server, engine);
  }

  static TestClient open() throws IOException {
    MemoryEngine archive = SmallArchive.engine();
    return open(archive, archive);
  }

  static TestClient open(SearchEngine engine, ArticleTexts texts) throws IOException {
    return new TestClient(serve(engine, texts), () -> {});
  }

  private static HttpServer serve(SearchEngine engine, ArticleTexts texts) throws IOException {
    return HttpServer.start(new HttpOptions("127.0.0.1", 0, null), engine, texts, CLOCK);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  @Override
  public void close() {
    client.close();
    server.close();
    try {
      archive.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
