package dateline.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

/// Searches a server over HTTP without a pause, on a thread of its own, and remembers what it was
/// answered.
public final class BusyClient implements AutoCloseable {
  private static final int LIMIT = 5;

  /// An answer that shows which generation gave it, and whether all of it came from there.
  private record Answer(String generation, long total, boolean isWhole) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI search;
  private final Thread thread;
  private final Map<String, Long> totals = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private @Nullable String awaited;
  private CountDownLatch met = new CountDownLatch(1);
  private long searches;
  private volatile boolean isStopped;

  private BusyClient(URI server) {
    search =
        server.resolve(
            "/api/v1/search?q=trade+OR+said&match=any&facet=section,source&limit=" + LIMIT);
    thread = Thread.ofPlatform().daemon().name("busy-client").unstarted(this::run);
  }

  public static BusyClient start(URI server) {
    var client = new BusyClient(server);
    client.thread.start();
    return client;
  }

  /// Waits until an answer comes from this generation.
  ///
  /// @return false when none came within a minute
  public boolean awaitGeneration(String name) throws InterruptedException {
    CountDownLatch next;
    synchronized (this) {
      awaited = name;
      met = new CountDownLatch(1);
      next = met;
    }
    return next.await(1, TimeUnit.MINUTES);
  }

  /// What was found in each generation that answered.
  public synchronized Map<String, Long> totals() {
    return Map.copyOf(totals);
  }

  /// Searches that failed or were answered in part.
  public synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  public synchronized long searches() {
    return searches;
  }

  @Override
  public void close() {
    isStopped = true;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }

  private void run() {
    while (!isStopped) {
      try {
        var answer = http.send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          note(read(JsonMapper.shared().readTree(answer.body())), answer.body());
        } else {
          fail(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException e) {
        fail(e.toString());
      } catch (InterruptedException _) { // nobody waits for this thread's flag
        return;
      }
    }
  }

  private static Answer read(JsonNode json) {
    long total = json.at("/total/value").asLong();
    boolean isWhole =
        json.get("hits").size() == Math.min(LIMIT, total)
            && articles(json.at("/facets/section")) == total
            && articles(json.at("/facets/source")) == total;
    return new Answer(json.get("generation").asString(), total, isWhole);
  }

  /// Articles that a field with one value an article counts.
  private static long articles(JsonNode facet) {
    long sum = facet.get("missing").asLong() + facet.get("other").asLong();
    for (JsonNode item : facet.get("items")) {
      sum += item.get("count").asLong();
    }
    return sum;
  }

  private synchronized void note(Answer answer, String body) {
    searches++;
    Long before = totals.put(answer.generation(), answer.total());
    if (!answer.isWhole() || (before != null && before != answer.total())) {
      fail("an answer in parts, the total was " + before + " before: " + body);
    }
    if (answer.generation().equals(awaited)) {
      met.countDown();
    }
  }

  private synchronized void fail(String failure) {
    searches++;
    failures.add(failure);
  }
}
