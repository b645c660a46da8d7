package dateline.search.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Explanation;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.Suggestions;
import dateline.search.engine.Together;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
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

  /// Something to ask the engine.
  interface Question<T> {
    T ask() throws IOException;
  }

  SearchPage search(SearchRequest request, Context context) throws IOException, Refusal {
    return answer(() -> engine.search(request), context);
  }

  /// What takes several searches, all of it from one generation.
  <T> T together(Together.Question<T> question, Context context) throws IOException, Refusal {
    return answer(() -> Together.ask(engine, question), context);
  }

  FacetValues values(FacetValues.Request request, Context context) throws IOException, Refusal {
    return answer(() -> engine.values(request), context);
  }

  Suggestions suggest(String typed, int limit, Context context) throws IOException, Refusal {
    return answer(() -> engine.suggest(typed, limit), context);
  }

  Optional<Explanation> explain(SearchRequest request, ArticleId id, Context context)
      throws IOException, Refusal {
    return answer(() -> engine.explain(request, id), context);
  }

  List<Similar> similar(ArticleId id, int limit, Context context) throws IOException, Refusal {
    return answer(() -> engine.similar(id, limit), context);
  }

  List<Hit> thread(ArticleId id, Context context) throws IOException, Refusal {
    return answer(() -> engine.thread(id), context);
  }

  Optional<EntityProfile> entity(EntityKind kind, String id, Context context)
      throws IOException, Refusal {
    return answer(() -> engine.entity(kind, id), context);
  }

  /// Asks anything that searches, in one place. Writes into the answer's headers how long it took,
  /// so that equal states give equal bodies.
  <T> T answer(Question<T> question, Context context) throws IOException, Refusal {
    enter();
    long startNanos = System.nanoTime();
    try {
      return question.ask();
    } finally {
      places.release();
      long nanos = System.nanoTime() - startNanos;
      Observation.searched(context, nanos);
      context.header("Server-Timing", String.format(Locale.ROOT, "search;dur=%.1f", nanos / 1e6));
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
