package dateline.search.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dateline.corpus.ArticleId;
import dateline.search.engine.Explanation;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Lets a bounded number of searches run at one time. Safe for use by many threads.
final class SearchGate {
  private final SearchEngine engine;
  private final Semaphore places;

  SearchGate(SearchEngine engine, int placesTotal) {
    this.engine = engine;
    this.places = new Semaphore(placesTotal, true);
  }

  /// Searches, and writes into the answer's headers how long that took, so that equal states give
  /// equal bodies.
  SearchPage search(SearchRequest request, Context context) throws IOException, Refusal {
    return timed(() -> engine.search(request), context);
  }

  Optional<Explanation> explain(SearchRequest request, ArticleId id, Context context)
      throws IOException, Refusal {
    return timed(() -> engine.explain(request, id), context);
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T timed(Work<T> work, Context context) throws IOException, Refusal {
    enter();
    long startNanos = System.nanoTime();
    try {
      return work.run();
    } finally {
      places.release();
      double millis = (System.nanoTime() - startNanos) / 1e6;
      context.header("Server-Timing", String.format(Locale.ROOT, "search;dur=%.1f", millis));
    }
  }

  private void enter() throws Refusal {
    try {
      if (places.tryAcquire(Limits.SEARCH_WAIT.toMillis(), MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(
        Problem.of(
            503,
            "server.busy",
            "Too many searches run at the moment. Try again in a few seconds."));
  }
}
