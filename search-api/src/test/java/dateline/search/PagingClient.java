package dateline.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Walks through one list after the other over HTTP, page by page and without a pause, on a thread
/// of its own, and remembers what was wrong with them.
final class PagingClient implements AutoCloseable {
  private static final int LIMIT = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI search;
  private final Thread thread;
  private final List<String> failures = new ArrayList<>();
  private final Set<String> generations = new HashSet<>();
  private @Nullable String awaited;
  private CountDownLatch met = new CountDownLatch(1);
  private int asked;
  private long lists;
  private volatile boolean isStopped;

  private PagingClient(URI server, String sort) {
    search =
        server.resolve(
            "/api/v1/search?q=trade+OR+said&match=any&facet=section&sort="
                + sort
                + "&limit="
                + LIMIT);
    thread = Thread.ofPlatform().daemon().name("paging-client").unstarted(this::run);
  }

  static PagingClient start(URI server, String sort) {
    var client = new PagingClient(server, sort);
    client.thread.start();
    return client;
  }

  /// Waits until a whole list was walked through that began in this generation after the call.
  ///
  /// @return false when none was within a minute
  boolean awaitList(String generation) throws InterruptedException {
    CountDownLatch next;
    synchronized (this) {
      awaited = generation;
      asked++;
      met = new CountDownLatch(1);
      next = met;
    }
    return next.await(1, TimeUnit.MINUTES);
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  synchronized Set<String> generations() {
    return Set.copyOf(generations);
  }

  synchronized long lists() {
    return lists;
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
        walk(asked());
      } catch (IOException e) {
        fail(e.toString());
      } catch (InterruptedException _) { // nobody waits for this thread's flag
        return;
      }
    }
  }

  private synchronized int asked() {
    return asked;
  }

  /// @param begun how often somebody had asked for a list when this one began
  private void walk(int begun) throws IOException, InterruptedException {
    var ids = new ArrayList<String>();
    String generation = null;
    long total = 0;
    String facet = "";
    URI page = search;
    while (page != null) {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        fail(answer.statusCode() + " on a list of " + generation + ": " + answer.body());
        return;
      }
      JsonNode json = JsonMapper.shared().readTree(answer.body());
      if (generation == null) {
        generation = json.get("generation").asString();
        total = json.at("/total/value").asLong();
        facet = json.at("/facets/section").toString();
      }
      boolean isOfThisList =
          generation.equals(json.get("generation").asString())
              && total == json.at("/total/value").asLong()
              && facet.equals(json.at("/facets/section").toString());
      if (!isOfThisList) {
        fail("a page of another list than that of " + generation + ": " + answer.body());
      }
      json.get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
      JsonNode next = json.at("/links/next");
      page = next.isString() ? search.resolve(next.asString()) : null;
    }
    note(String.valueOf(generation), total, ids, begun);
  }

  private synchronized void note(String generation, long total, List<String> ids, int begun) {
    lists++;
    generations.add(generation);
    if (ids.size() != total || new HashSet<>(ids).size() != ids.size()) {
      fail("a list of " + total + " articles in " + generation + " that shows " + ids);
    }
    if (begun == asked && generation.equals(awaited)) {
      met.countDown();
    }
  }

  private synchronized void fail(String failure) {
    failures.add(failure);
  }
}
