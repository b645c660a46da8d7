package dateline.search.alert;

import dateline.corpus.ArticleId;
import dateline.corpus.store.SavedSearches;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.HeldGeneration;
import dateline.search.engine.SearchEngine;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The alerts of one server: looks each second whether another generation answers or an article was
/// taken back, lets the saved searches pass over it, and sends what they tell.
///
/// Of several servers over one home the one that holds the lease does all of it. Where no search is
/// saved, nothing is written.
public final class Alerts implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// Longer than a message may take, so that one under way can be written down as sent.
  private static final Duration END_MAX = Duration.ofSeconds(20);

  private final Path home;
  private final SearchEngine engine;
  private final Generations generations;
  private final AlertPasser passer;
  private final Lease lease;
  private final Courier courier;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          3, task -> Thread.ofPlatform().daemon().name("alerts").unstarted(task));

  /// Of the engine, when the last pass began.
  private String passed = "";

  private String holdTrouble = "";
  private String passTrouble = "";
  private String sendTrouble = "";

  /// Where the live generation is held.
  public interface Generations {
    HeldGeneration hold() throws IOException;
  }

  /// @param urls addresses of articles, as receivers are told them
  /// @param mail null where none is sent
  public Alerts(
      Path home,
      SearchEngine engine,
      ArticleTexts texts,
      Generations generations,
      Function<ArticleId, String> urls,
      @Nullable MailServer mail,
      Clock clock) {
    this.home = home;
    this.engine = engine;
    this.generations = generations;
    passer = new AlertPasser(home, texts, clock);
    lease = new Lease(home, clock);
    courier = new Courier(home, texts, urls, mail, lease, clock);
  }

  /// Begins to look. The lease is renewed aside, since a pass or a round may last longer than it.
  public void start() {
    for (Runnable each : List.<Runnable>of(this::hold, this::look, this::send)) {
      var _ =
          threads.scheduleWithFixedDelay(
              each, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void hold() {
    try {
      if (SavedSearches.areThere(home)) {
        lease.hold();
      }
      holdTrouble = "";
    } catch (IOException | RuntimeException e) {
      holdTrouble = told(e, holdTrouble, "cannot look for saved searches");
    }
  }

  private void look() {
    try {
      if (lease.isHeld()) {
        passIfNew();
      }
      passTrouble = "";
    } catch (SearchEngine.NoGeneration _) { // nothing can be new
      passTrouble = "";
    } catch (InterruptedIOException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      passTrouble = told(e, passTrouble, "cannot look for what saved searches find");
    }
  }

  private void passIfNew() throws IOException {
    EngineStatus status = engine.status();
    String state = status.generation() + "/" + status.withdrawals();
    if (!state.equals(passed)) {
      try (HeldGeneration generation = generations.hold()) {
        if (passer.pass(generation)) {
          passed = state;
        }
      }
    }
  }

  private void send() {
    try {
      if (lease.isHeld()) {
        courier.round();
      }
      sendTrouble = "";
    } catch (SearchEngine.NoGeneration _) { // no article can be shown
      sendTrouble = "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      sendTrouble = told(e, sendTrouble, "cannot send what saved searches found");
    }
  }

  /// Each trouble is told once, until it is over.
  private static String told(Exception e, String before, String what) {
    String trouble = String.valueOf(e.getMessage());
    if (!trouble.equals(before)) {
      LOG.error("{}, trying again each second: {}", what, trouble);
    }
    return trouble;
  }

  /// Stops to look and to send. A message under way whose end is not known is sent again by whoever
  /// comes next, under the same key.
  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    courier.close();
    try {
      threads.awaitTermination(END_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    lease.giveUp();
  }
}
