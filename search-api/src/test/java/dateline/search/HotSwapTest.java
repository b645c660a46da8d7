package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.IndexOptions;
import dateline.index.IndexRun;
import dateline.index.RunReport;
import dateline.search.http.HttpOptions;
import java.nio.file.Path;
import java.time.Clock;
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
    Gazetteer gazetteer = Gazetteer.builtIn();
    Map<String, Long> published = new TreeMap<>();
    String first = publish(0, gazetteer, published);
    try (var server =
        Server.start(
            folder.resolve("home"),
            new HttpOptions("127.0.0.1", 0, null),
            gazetteer,
            Clock.systemUTC())) {
      List<BusyClient> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(BusyClient.start(server.address()));
        assertTrue(clients.getLast().awaitGeneration(first), "no answer from " + first);
      }

      for (int i = 1; i <= PUBLISHES; i++) {
        String name = publish(i, gazetteer, published);
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

  private String publish(int number, Gazetteer gazetteer, Map<String, Long> published)
      throws Exception {
    Path delivery =
        GeneratedArticles.write(
            folder.resolve(number + ".jsonl"), number * ARTICLES, ARTICLES, SEED);
    RunReport report =
        new IndexRun(
                new IndexOptions(folder.resolve("home"), List.of(delivery), "", 1),
                gazetteer,
                Clock.systemUTC(),
                (_, _, _) -> {})
            .run();
    String name = String.valueOf(report.generation());
    published.put(name, report.articles());
    return name;
  }
}
