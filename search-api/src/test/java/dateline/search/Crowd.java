package dateline.search;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a number of searches in flight over HTTP: each client asks again as soon as it was
/// answered.
final class Crowd implements AutoCloseable {
  private static final int LIMIT = 5;
  private static final int TOLD_MAX = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<URI> searches;
  private final CountDownLatch gone;
  private final Map<String, Long> totals = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final List<Long> nanos = new ArrayList<>();
  private long failed;
  private boolean isStopped;

  private Crowd(URI server, int clients) {
    String facets = "&match=any&facet=section,source&limit=" + LIMIT;
    searches =
        List.of(
            server.resolve("/api/v1/search?q=security+OR+said" + facets),
            server.resolve("/api/v1/search?q=trade+minister+market" + facets),
            server.resolve("/api/v1/search?q=said+AND+would&from=1980" + facets));
    gone = new CountDownLatch(clients);
  }

  static Crowd start(URI server, int clients) {
    var crowd = new Crowd(server, clients);
    for (int client = 0; client < clients; client++) {
      crowd.ask(client);
    }
    return crowd;
  }

  /// Waits until so many more searches were answered and one of them by this generation.
  ///
  /// @return false when that took longer than ten minutes
  synchronized boolean await(int more, String generation) throws InterruptedException {
    long wanted = nanos.size() + (long) more;
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (nanos.size() < wanted
        || totals.keySet().stream().noneMatch(key -> key.startsWith(generation + " "))) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /// Searches that failed, were refused, or were answered in parts; the first few in words.
  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  synchronized long failed() {
    return failed;
  }

  /// How long each search took, the shortest first.
  synchronized List<Long> sortedNanos() {
    return nanos.stream().sorted().toList();
  }

  /// Waits for the last answers.
  @Override
  public void close() {
    synchronized (this) {
      isStopped = true;
    }
    try {
      gone.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }

  private void ask(int number) {
    URI search = searches.get(number % searches.size());
    long start = System.nanoTime();
    var _ =
        http.sendAsync(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString())
            .whenComplete((answer, failure) -> {
              note(search, answer, failure, System.nanoTime() - start);
              if (isLast()) {
                gone.countDown();
              } else {
                ask(number + 1);
              }
            });
  }

  private synchronized boolean isLast() {
    return isStopped;
  }

  private synchronized void note(
      URI search,
      @Nullable HttpResponse<String> answer,
      @Nullable Throwable failure,
      long tookNanos) {
    nanos.add(tookNanos);
    if (answer == null || answer.statusCode() != 200) {
      fail(answer == null ? String.valueOf(failure) : answer.statusCode() + " " + answer.body());
    } else {
      JsonNode json = JsonMapper.shared().readTree(answer.body());
      long total = json.at("/total/value").asLong();
      boolean isWhole =
          json.get("hits").size() == Math.min(LIMIT, total)
              && articles(json.at("/facets/section")) == total
              && articles(json.at("/facets/source")) == total;
      Long before = totals.put(json.get("generation").asString() + " " + search.getQuery(), total);
      if (!isWhole || (before != null && before != total)) {
        fail("an answer in parts, the total was " + before + " before: " + answer.body());
      }
    }
    notifyAll();
  }

  private static long articles(JsonNode facet) {
    long sum = facet.get("missing").asLong() + facet.get("other").asLong();
    for (JsonNode item : facet.get("items")) {
      sum += item.get("count").asLong();
    }
    return sum;
  }

  private void fail(String what) {
    failed++;
    if (failures.size() < TOLD_MAX) {
      failures.add(what);
    }
  }
}
