package dateline.clients;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.IndexOptions;
import dateline.index.IndexRun;
import dateline.search.Server;
import dateline.search.http.HttpOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Serves the sample archive on a free port of this machine.
final class SampleServer {
  static final String ARTICLE = "2021-09-24-quad-leaders-summit";

  private SampleServer() {}

  /// @param home a new folder
  static Server start(Path home) throws Exception {
    Path articles = Path.of(System.getProperty("dateline.root"), "corpus", "articles");
    Gazetteer gazetteer = Gazetteer.builtIn();
    Clock clock = Clock.systemUTC();
    new IndexRun(
            new IndexOptions(home, List.of(articles), "", 2), gazetteer, clock, (_, _, _) -> {})
        .run();
    return Server.start(home, new HttpOptions("127.0.0.1", 0, null), gazetteer, clock);
  }
}
