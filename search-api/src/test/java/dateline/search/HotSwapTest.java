package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.RunReport;
import dateline.index.generation.GenerationStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// New generations take over while many search.
final class HotSwapTest {
  private static final int CLIENTS = 8;
  private static final int PUBLISHES = 3;
  private static final int ARTICLES = 40;
  private static final long SEED = 20_261_123;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void noSearchFailsAndEveryAnswerIsOfOneGeneration() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    Map<String, Long> published = new TreeMap<>();
    String first = publish(0, home, published);
    try (var server = home.serve()) {
      List<BusyClient> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(BusyClient.start(server.address()));
        assertTrue(clients.getLast().awaitGeneration(first), "no answer from " + first);
      }

      for (int i = 1; i <= PUBLISHES; i++) {
        String name = publish(i, home, published);
        for (BusyClient client : clients) {
          assertTrue(client.awaitGeneration(name), "no answer from " + name);
        }
      }
      for (BusyClient client : clients) {
        client.close();
      }

      for (BusyClient client : clients) {
        assertEquals(List.of(), client.failures());
        assertEquals(published, client.totals());
      }
    }
  }

  @Test
  void listsGoOnWhereTheyBeganThroughPublishesAndRollbacks() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    var generations = new GenerationStore(home.path());
    Map<String, Long> published = new TreeMap<>();
    String live = publish(0, home, published);
    try (var server = home.serve()) {
      List<PagingClient> clients = new ArrayList<>();
      for (String sort : List.of("relevance", "newest", "oldest", "relevance")) {
        clients.add(PagingClient.start(server.address(), sort));
      }
      awaitLists(live, clients);

      for (int i = 1; i <= PUBLISHES; i++) {
        String before = live;
        live = publish(i, home, published);
        awaitLists(live, clients);
        if (i % 2 == 0) {
          generations.publish(generations.open(before));
          awaitLists(before, clients);
          live = before;
        }
      }
      for (PagingClient client : clients) {
        client.close();
      }

      for (PagingClient client : clients) {
        assertEquals(List.of(), client.failures());
        assertEquals(published.keySet(), client.generations());
        assertTrue(client.lists() >= PUBLISHES, () -> client.lists() + " lists");
      }
    }
  }

  private static void awaitLists(String generation, List<PagingClient> clients)
      throws InterruptedException {
    for (PagingClient client : clients) {
      assertTrue(client.awaitList(generation), "no list of " + generation);
    }
  }

  private String publish(int number, IndexedHome home, Map<String, Long> published)
      throws Exception {
    Path delivery =
        GeneratedArticles.write(
            folder.resolve(number + ".jsonl"), number * ARTICLES, ARTICLES, SEED);
    RunReport report = home.index(delivery);
    String name = String.valueOf(report.generation());
    published.put(name, report.articles());
    return name;
  }
}
