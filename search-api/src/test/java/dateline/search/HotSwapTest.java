package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.RunReport;
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
  private static final int PUBLISHES = 4;
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
