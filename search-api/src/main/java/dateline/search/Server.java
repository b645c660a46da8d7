package dateline.search;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.search.access.KeyRing;
import dateline.search.alert.Alerts;
import dateline.search.alert.MailServer;
import dateline.search.alert.SearchKeeper;
import dateline.search.http.HttpOptions;
import dateline.search.http.HttpServer;
import dateline.search.lucene.LuceneEngine;
import dateline.search.page.Addresses;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves one archive: the engine, the watch over its live generation, its alerts, and HTTP in
/// front.
public final class Server implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /// How soon a published generation answers.
  private static final Duration WATCH = Duration.ofMillis(500);

  private static final Duration SEARCH_MAX = Duration.ofSeconds(10);

  private final Path home;
  private final LuceneEngine engine;
  private final KeyRing keys;
  private final ScheduledExecutorService watch;
  private final HttpServer http;
  private final Alerts alerts;
  private String lastTrouble = "";

  private Server(
      Path home, HttpOptions options, @Nullable MailServer mail, Gazetteer gazetteer, Clock clock)
      throws IOException {
    this.home = home;
    keys = new KeyRing(clock);
    engine = new LuceneEngine(home, gazetteer, clock, SEARCH_MAX);
    watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("generation-watch").unstarted(task));
    try {
      engine.refresh();
      keys.refresh(home);
      var keeper = new SearchKeeper(home, engine, engine, engine::hold, clock);
      http = HttpServer.start(options, engine, engine, keeper, keys, clock);
    } catch (IOException | RuntimeException e) {
      watch.shutdownNow();
      engine.close();
      throw e;
    }
    var _ =
        watch.scheduleWithFixedDelay(
            this::look, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    String base = (options.publicUrl() == null ? http.address() : options.publicUrl()).toString();
    alerts =
        new Alerts(
            home,
            engine,
            engine,
            engine::hold,
            id -> base.replaceFirst("/+$", "") + Addresses.article(id),
            mail,
            clock);
    alerts.start();
  }

  /// Opens the live generation, if there is one, and starts to listen.
  ///
  /// @throws IOException when the live generation cannot be opened or the port is taken
  public static Server start(Path home, HttpOptions options, Gazetteer gazetteer, Clock clock)
      throws IOException {
    return new Server(home, options, null, gazetteer, clock);
  }

  /// As [#start], with a mail server that alerts are handed to.
  ///
  /// @param mail null for none
  public static Server start(
      Path home, HttpOptions options, @Nullable MailServer mail, Gazetteer gazetteer, Clock clock)
      throws IOException {
    return new Server(home, options, mail, gazetteer, clock);
  }

  public URI address() {
    return http.address();
  }

  @Override
  public void close() throws IOException {
    watch.shutdownNow();
    try {
      alerts.close();
    } finally {
      http.close();
      engine.close();
    }
  }

  /// The old generation goes on answering while the new one cannot be opened; each trouble is told
  /// once.
  private void look() {
    try {
      keys.refresh(home);
      engine.refresh();
      lastTrouble = "";
    } catch (IOException | RuntimeException e) {
      String trouble = String.valueOf(e.getMessage());
      if (!trouble.equals(lastTrouble)) {
        lastTrouble = trouble;
        LOG.error(
            "cannot open the published generation, the old one goes on answering: {}", trouble);
      }
    }
  }
}
