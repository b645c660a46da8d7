package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.store.Notices;
import dateline.corpus.store.Notices.State;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.search.GeneratedArticles;
import dateline.search.alert.AlertMessage;
import dateline.search.alert.WebhookReceiver;
import dateline.search.alert.WebhookReceiver.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers over one archive are killed while one of them sends alerts.
///
/// `-Dtest.counts=long` kills 20 times instead of 2.
final class KilledDeliveryTest {
  private static final int KILLS =
      System.getProperty("test.counts", "short").equals("long") ? 20 : 2;
  private static final int ARTICLES = 60;
  private static final int SEARCHES = 3;
  private static final long SEED = Long.getLong("dateline.seed", 20_261_123);
  private static final String SECRET = "3f9a5c0d7e1b2a48";

  private static final Path LOGGING =
      Path.of(System.getProperty("dateline.root"), "search-api/src/main/resources/logback.xml");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  private final List<Process> servers = new ArrayList<>();
  private int started;

  @Test
  void noKeyIsMissingAndNoVersionHasTwo() throws Exception {
    System.out.printf(
        "kills servers with seed %d; repeat with mvn verify -Dtest=KilledDeliveryTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Ddateline.seed=%1$d%n",
        SEED);
    var random = new Random(SEED);
    Files.writeString(folder.resolve("secret"), SECRET);
    deliver(0);
    try (var receiver = WebhookReceiver.start(KilledDeliveryTest::answer)) {
      save(receiver, "Everything");
      save(receiver, "Summits", "summit");
      save(receiver, "Steel", "steel", "--from", "2000");
      try {
        for (int kill = 0; kill < KILLS; kill++) {
          start();
          start();
          deliver(kill + 1);
          int before = receiver.received().size();
          int moment = before + 1 + random.nextInt(ARTICLES);
          receiver.await(all -> all.size() >= moment);
          killAll();
        }
        start();
        start();
        receiver.await(all -> keys(all).containsAll(expected().keySet()) && isSettled());
      } finally {
        killAll();
      }

      compare(receiver.received());
    }
    assertNothingIsLogged();
  }

  /// Each refusal makes a search rest; what many kills have left waiting has to arrive in time.
  private static int answer(int number) {
    return number < 400 && number % 37 == 5 ? 500 : 200;
  }

  private void compare(List<Received> received) throws IOException {
    Map<String, String> expected = expected();
    Map<String, Set<String>> keysOf = new HashMap<>();
    for (Received each : received) {
      keysOf.computeIfAbsent(each.told(), _ -> new HashSet<>()).add(each.key());
    }

    assertTrue(expected.size() > ARTICLES * KILLS, () -> "only " + expected.size() + " notices");
    assertEquals(new TreeSet<>(expected.keySet()), new TreeSet<>(keys(received)));
    assertEquals(new TreeSet<>(expected.values()), new TreeSet<>(keysOf.keySet()));
    keysOf.forEach((told, keys) -> assertEquals(1, keys.size(), told));
    long refused = received.stream().filter(each -> each.answered() != 200).count();
    long twice = received.size() - expected.size() - refused;
    System.out.printf(
        "%d messages, %d refused once, %d sent twice after %d kills%n",
        expected.size(), refused, twice, KILLS);
    assertTrue(twice <= (long) KILLS * SEARCHES, () -> twice + " messages came twice");
  }

  /// What was recorded: which article, version and kind of which search, by its key.
  private Map<String, String> expected() {
    try {
      Map<String, String> expected = new HashMap<>();
      for (SavedSearch search : SavedSearches.all(home())) {
        for (Notices.Listed each : Notices.of(home(), search.id(), 1_000_000)) {
          expected.put(
              AlertMessage.key(each.notice()),
              String.join(
                  " ",
                  search.id(),
                  each.notice().article().value(),
                  Long.toString(each.notice().version()),
                  each.notice().kind().word()));
        }
      }
      return expected;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether all that was delivered so far is everything that was brought.
  private boolean isSettled() {
    try {
      SavedSearch everything = SavedSearches.all(home()).getFirst();
      return Notices.of(home(), everything.id(), 1_000_000).stream()
              .filter(each -> each.state() != State.FEED)
              .count()
          == (long) ARTICLES * KILLS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> keys(List<Received> received) {
    var keys = new HashSet<String>();
    received.stream().filter(each -> each.answered() == 200).forEach(each -> keys.add(each.key()));
    return keys;
  }

  /// What people search for, and where it is sent, is nobody's business who reads a log.
  private void assertNothingIsLogged() throws IOException {
    for (int server = 0; server < started; server++) {
      String log = Files.readString(log(server));
      assertTrue(log.contains("serving address="), log);
      for (String word : List.of("summit", "Summits", "steel", SECRET, "desk=1")) {
        assertFalse(log.contains(word), log);
      }
    }
  }

  private void save(WebhookReceiver receiver, Object... words) {
    var all = new ArrayList<Object>(List.of("alerts", "add"));
    all.addAll(List.of(words));
    all.addAll(
        List.of(
            "--webhook",
            receiver.address(),
            "--secret-file",
            folder.resolve("secret"),
            "--index",
            home()));
    Told.by(all.toArray()).ended(0);
  }

  private void deliver(int number) throws IOException {
    Path delivery =
        GeneratedArticles.write(
            folder.resolve(number + ".jsonl"), number * ARTICLES, ARTICLES, SEED);
    Told.by("index", "-q", "--source", delivery, "--index", home()).ended(0);
  }

  private void start() throws IOException {
    ProcessBuilder builder =
        Told.process(List.of(), "serve", "--index", home(), "--port", "0")
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log(started++).toFile()));
    // as an operator has it, not as tests do
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=" + LOGGING);
    servers.add(builder.start());
  }

  private Path log(int server) {
    return folder.resolve("server-" + server + ".log");
  }

  private void killAll() throws InterruptedException {
    for (Process server : servers) {
      server.destroyForcibly();
    }
    for (Process server : servers) {
      server.waitFor();
    }
    servers.clear();
  }

  private Path home() {
    return folder.resolve("home");
  }
}
