package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.generation.GenerationStore;
import dateline.search.BusyClient;
import dateline.search.GeneratedArticles;
import dateline.search.IndexedHome;
import dateline.search.Server;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home is replaced by a snapshot of it: what its server does, and what was withdrawn since.
final class RestoreWhileServingTest {
  private static final long SEED = 20_261_123;
  private static final int ARTICLES = 60;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @BeforeEach
  void takeASnapshotAndGoOn() throws Exception {
    index(GeneratedArticles.write(folder.resolve("a.jsonl"), 0, ARTICLES, SEED));
    Told.by("snapshot", "create", "-q", "--index", home(), "--to", shelf()).ended(0);
  }

  @Test
  void theServerMovesToTheRestoredIndex() throws Exception {
    String saved = live();
    index(GeneratedArticles.write(folder.resolve("b.jsonl"), ARTICLES, ARTICLES, SEED));
    String later = live();
    try (var server = IndexedHome.at(home()).serve();
        BusyClient client = BusyClient.start(server.address())) {
      assertTrue(client.awaitGeneration(later));

      Told.by("snapshot", "restore", "-q", shelf(), "--index", home(), "--replace").ended(0);

      assertTrue(client.awaitGeneration(saved), "no answer from " + saved);
      assertEquals(List.of(), client.failures());
      assertEquals(200, status(server, "made-0"));
      assertEquals(404, status(server, "made-" + ARTICLES));

      index(GeneratedArticles.write(folder.resolve("c.jsonl"), 2 * ARTICLES, 1, SEED));
      assertTrue(client.awaitGeneration(live()), "no answer after the next run");
      assertTrue(article(server, "made-" + 2 * ARTICLES).contains("made-" + 2 * ARTICLES));
      assertEquals(List.of(), client.failures());
    }
  }

  @Test
  void whatWasWithdrawnSinceStaysWithdrawn() throws Exception {
    Path away = folder.resolve("away");
    Files.move(shelf(), away); // out of reach, or the texts would be removed there too
    withdraw("made-7");
    withdraw("made-8");
    Told.by("withdraw", "made-8", "--undo", "--index", home()).ended(0);
    index(GeneratedArticles.write(folder.resolve("8.jsonl"), 8, 1, SEED)); // and is back
    Files.move(away, shelf());
    try (var server = IndexedHome.at(home()).serve()) {
      assertEquals(410, status(server, "made-7"));

      Told restored =
          Told.by("snapshot", "restore", shelf(), "--index", home(), "--replace").ended(0);

      assertTrue(
          restored
              .out()
              .startsWith("withdrawn since the snapshot, kept from searches: 1 article\nrestored "),
          restored::toString);
      assertEquals(410, status(server, "made-7"));
    }
    assertEquals(ARTICLES - 1, total());
    Told.by("verify", "--index", home()).ended(0);
    assertFalse(Files.exists(home().resolve("withdrawals.jsonl")));
    index(GeneratedArticles.write(folder.resolve("d.jsonl"), ARTICLES, 1, SEED));
    assertEquals(ARTICLES, total());
  }

  @Test
  void aHomeThatCannotTellWhatWasWithdrawnIsNotReplacedUnasked() throws Exception {
    Files.writeString(home().resolve("archive.db"), "not a store");

    Told refused = Told.by("snapshot", "restore", shelf(), "--index", home(), "--replace").ended(1);

    assertEquals(
        """
        dateline: cannot tell what was withdrawn in %s since the snapshot: cannot read %s/archive.db. The file is damaged or not a Dateline store. Restore it from a snapshot.
        Restore into a new folder, or go on without: --forget-withdrawals
        """
            .formatted(home(), home().toRealPath()),
        withoutProgress(refused.err()));
    assertEquals("not a store", Files.readString(home().resolve("archive.db")));

    Told.by("snapshot", "restore", shelf(), "--index", home(), "--replace", "--forget-withdrawals")
        .ended(0);
    assertEquals(ARTICLES, total());
  }

  @Test
  void aDamagedPointerDoesNotLoseWithdrawals() throws Exception {
    withdraw("made-7");
    Files.writeString(home().resolve("CURRENT"), "");

    Told.by("snapshot", "restore", "-q", shelf(), "--index", home(), "--replace").ended(0);

    assertEquals(ARTICLES - 1, total());
  }

  private void withdraw(String id) throws IOException {
    index(
        Files.writeString(
            folder.resolve(id + ".jsonl"),
            "{\"id\": \"%s\", \"source\": \"Made-up Wire\", \"headline\": \"Taken back\", \"status\": \"withdrawn\"}"
                .formatted(id)));
  }

  private void index(Path delivery) {
    Told.by("index", "-q", "--source", delivery, "--index", home()).ended(0);
  }

  private long total() {
    String out = Told.by("search", "--index", home(), "--limit", "0", "*").ended(0).out();
    return Long.parseLong(out.substring(0, out.indexOf(' ')));
  }

  private static int status(Server server, String id) throws Exception {
    return answer(server, id).statusCode();
  }

  private static String article(Server server, String id) throws Exception {
    return answer(server, id).body();
  }

  private static java.net.http.HttpResponse<String> answer(Server server, String id)
      throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(server.address().resolve("/api/v1/articles/" + id)).build(),
          BodyHandlers.ofString());
    }
  }

  static String withoutProgress(String err) {
    return err.replaceAll(
        "(?m)^(?:copying|checking|asking sample searches|indexing|reading|verifying|learning names)\\b.*\n",
        "");
  }

  private String live() throws IOException {
    return new GenerationStore(home()).liveName().orElseThrow();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path shelf() {
    return folder.resolve("shelf");
  }
}
