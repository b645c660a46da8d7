package dateline.search.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dateline.corpus.ArticleId;
import dateline.corpus.store.Destination;
import dateline.corpus.store.Notices;
import dateline.corpus.store.Notices.State;
import dateline.corpus.store.Outbox;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.search.IndexedHome;
import dateline.search.alert.WebhookReceiver.Received;
import dateline.search.lucene.LuceneEngine;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class CourierTest {
  private static final String SECRET = "0123456789abcdef";

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private IndexedHome home;

  @SuppressWarnings("NullAway.Init")
  private LuceneEngine engine;

  private final MovableClock clock = new MovableClock(IndexedHome.CLOCK.instant());

  @SuppressWarnings("NullAway.Init") // with the courier
  private Lease lease;

  private int deliveries;

  @BeforeEach
  void open() throws Exception {
    home = IndexedHome.at(folder.resolve("home"));
    deliver(article("old", "Harbour fire"));
    engine = home.open();
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
  }

  @Test
  void aWebhookGetsEachArticleOnceSignedAndNamed() throws Exception {
    try (var receiver = WebhookReceiver.start(_ -> 204);
        var courier = courier(null)) {
      save("harbour", "Harbours & more", receiver);
      deliver(article("new/1", "Harbour opens"), article("other", "Budget"));
      pass();

      round(courier);
      round(courier);

      Received only = receiver.received().getFirst();
      assertEquals(1, receiver.received().size());
      JsonNode json = only.json();
      assertEquals(only.key(), json.get("key").asString());
      assertEquals("new", json.get("kind").asString());
      assertEquals("Harbours & more", json.at("/search/name").asString());
      assertEquals("http://here/new/1", json.at("/article/url").asString());
      assertEquals("Harbour opens", json.at("/article/headline").asString());
      assertEquals("It was said in Lima.", json.at("/article/summary").asString());
      assertEquals(Long.toString(clock.instant().getEpochSecond()), only.timestamp());
      assertEquals(
          "sha256=" + WebhookPost.signature(SECRET, only.timestamp(), only.body().getBytes(UTF_8)),
          only.signature());
      Notices.Listed listed = Notices.of(home.path(), "harbour", 10).getFirst();
      assertEquals(State.DELIVERED, listed.state());
      assertEquals(only.key(), AlertMessage.key(listed.notice()));
    }
  }

  /// Against an implementation that receivers use: `printf '1795435200.{}' | openssl dgst -sha256
  /// -hmac 0123456789abcdef`.
  @Test
  void theSignatureIsTheHmacOfSecondDotAndBody() {
    assertEquals(
        "f11c95469a6dcc6821025c8c6db456b11ab7c16ca92b50915428efffab9a7bdb",
        WebhookPost.signature(SECRET, "1795435200", "{}".getBytes(UTF_8)));
  }

  @Test
  void aReceiverThatFailsIsTriedAgainUnderTheSameKeyAndListed() throws Exception {
    try (var receiver = WebhookReceiver.start(number -> number < 2 ? 500 : 200);
        var courier = courier(null)) {
      save("harbour", "Harbours", receiver);
      deliver(article("new", "Harbour opens"));
      pass();

      round(courier);
      Notices.Listed first = Notices.of(home.path(), "harbour", 10).getFirst();
      clock.move(Duration.ofSeconds(4));
      round(courier);
      int afterFourSeconds = receiver.received().size();
      clock.move(Duration.ofSeconds(1));
      round(courier);
      clock.move(Duration.ofSeconds(10));
      round(courier);

      assertEquals(State.WAITING, first.state());
      assertEquals("the receiver answered 500", first.trouble());
      assertEquals(1, first.attempts());
      assertEquals(1, afterFourSeconds);
      assertEquals(List.of(500, 500, 200), receiver.received().stream().map(Received::answered).toList());
      assertEquals(1, new HashSet<>(receiver.received().stream().map(Received::key).toList()).size());
      assertEquals(State.DELIVERED, Notices.of(home.path(), "harbour", 10).getFirst().state());
    }
  }

  @Test
  void whatNeverArrivesIsGivenUpAfterDaysKeptAndSentOnRequest() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort(); // nobody listens there afterwards
    }
    try (var courier = courier(null)) {
      save("harbour", new Destination.Webhook(URI.create("http://127.0.0.1:" + port), SECRET));
      deliver(article("new", "Harbour opens"));
      pass();
      for (int hour = 0; hour <= Backoff.GIVE_UP.toHours() + 6; hour++) {
        round(courier);
        clock.move(Duration.ofHours(1));
      }

      Notices.Listed given = Notices.of(home.path(), "harbour", 10).getFirst();
      assertEquals(State.FAILED, given.state());
      assertEquals("nobody listens at the receiver's address", given.trouble());
      assertEquals(1, Notices.counts(home.path()).get("harbour").failed());
      try (var outbox = Outbox.open(home.path())) {
        assertEquals(1, outbox.retry("harbour", clock.instant()));
        assertEquals(0, outbox.retry("harbour", clock.instant()));
      }
      assertEquals(State.WAITING, Notices.of(home.path(), "harbour", 10).getFirst().state());
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (var receiver = WebhookReceiver.start(_ -> 302);
        var courier = courier(null)) {
      save("harbour", "Harbours", receiver);
      deliver(article("new", "Harbour opens"));
      pass();

      round(courier);

      assertEquals(1, receiver.received().size());
      assertEquals("the receiver answered 302", Notices.of(home.path(), "harbour", 1).getFirst().trouble());
    }
  }

  @Test
  void ofOneArticleNothingOvertakesWhatCameBefore() throws Exception {
    try (var receiver = WebhookReceiver.start(number -> number == 0 ? 503 : 200);
        var courier = courier(null)) {
      save("harbour", "Harbours", receiver);
      deliver(article("new", "Harbour opens"));
      pass();
      round(courier);
      deliver(article("new", "Harbour opens at last"), article("more", "Harbour closes"));
      pass();

      for (int i = 0; i < 4; i++) {
        clock.move(Duration.ofSeconds(5));
        round(courier);
      }

      assertEquals(
          List.of("new new", "new more", "new new", "corrected new").stream().sorted().toList(),
          receiver.received().stream().map(CourierTest::told).sorted().toList());
      List<String> arrived =
          receiver.received().stream()
              .filter(each -> each.answered() == 200)
              .map(CourierTest::told)
              .filter(each -> !each.equals("new more"))
              .toList();
      assertEquals(List.of("new new", "corrected new"), arrived);
    }
  }

  @Test
  void whatWasTakenBackMeanwhileIsSentWithoutItsText() throws Exception {
    try (var receiver = WebhookReceiver.start(_ -> 200);
        var courier = courier(null)) {
      save("harbour", "Harbours", receiver);
      deliver(article("new", "Harbour opens"));
      pass();
      try (Tombstones tombstones = Tombstones.open(home.path())) {
        tombstones.add(
            List.of(
                new Tombstone(
                    new ArticleId("new"), clock.instant(), Tombstone.By.DESK, "a mistake", false)));
      }
      pass();

      round(courier); // the withdrawal waits for what it takes back
      round(courier);

      assertEquals(List.of("new new", "withdrawn new"), receiver.received().stream().map(CourierTest::told).toList());
      for (Received each : receiver.received()) {
        assertFalse(each.body().contains("Harbour opens"), each::body);
        assertFalse(each.body().contains("Lima"), each::body);
        assertFalse(each.json().at("/article/readable").asBoolean(), each::body);
        assertEquals("a mistake", each.json().at("/gone/reason").asString());
      }
    }
  }

  @Test
  void aPausedSearchSendsNothingUntilItGoesOn() throws Exception {
    try (var receiver = WebhookReceiver.start(_ -> 200);
        var courier = courier(null)) {
      save("harbour", "Harbours", receiver);
      deliver(article("new", "Harbour opens"));
      pass();
      try (var store = SavedSearches.open(home.path())) {
        store.pause("harbour");
        round(courier);
        assertEquals(List.of(), receiver.received());
        store.resume("harbour");
      }

      round(courier);

      assertEquals(1, receiver.received().size());
    }
  }

  @Test
  void aMailIsNamedByItsKeyAndSentOnce() throws Exception {
    var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    try (var courier =
        courier(
            new MailServer(
                "127.0.0.1",
                mails.getSmtp().getPort(),
                MailServer.Encryption.NONE,
                "dateline@example.org",
                null))) {
      save("harbour", new Destination.Mail("desk@example.com"));
      deliver(article("new", "Häfen: Harbour opens"));
      pass();

      round(courier);
      round(courier);

      assertEquals(1, mails.getReceivedMessages().length);
      MimeMessage mail = mails.getReceivedMessages()[0];
      Notices.Listed listed = Notices.of(home.path(), "harbour", 1).getFirst();
      assertEquals(State.DELIVERED, listed.state());
      assertEquals(
          "<" + AlertMessage.key(listed.notice()) + "@example.org>", mail.getMessageID());
      assertEquals("[harbour] Häfen: Harbour opens", mail.getSubject());
      assertEquals("<harbour.alerts.example.org>", mail.getHeader("List-Id", null));
      assertTrue(String.valueOf(mail.getContent()).contains("http://here/new"));
      assertTrue(mail.getContentType().startsWith("text/plain"), mail.getContentType());
      assertEquals("desk@example.com", mail.getAllRecipients()[0].toString());
    } finally {
      mails.stop();
    }
  }

  @Test
  void withoutAMailServerAMailWaitsAndSaysWhy() throws Exception {
    try (var courier = courier(null)) {
      save("harbour", new Destination.Mail("desk@example.com"));
      deliver(article("new", "Harbour opens"));
      pass();

      round(courier);

      Notices.Listed listed = Notices.of(home.path(), "harbour", 1).getFirst();
      assertEquals(State.WAITING, listed.state());
      assertTrue(String.valueOf(listed.trouble()).contains("smtp-host"), listed::toString);
    }
  }

  private void round(Courier courier) throws Exception {
    assertTrue(lease.hold());
    courier.round();
  }

  private static String told(Received received) {
    return received.json().get("kind").asString()
        + " "
        + received.json().at("/article/id").asString();
  }

  private Courier courier(@Nullable MailServer mail) {
    lease = new Lease(home.path(), clock);
    return new Courier(home.path(), engine, id -> "http://here/" + id, mail, lease, clock);
  }

  private void save(String id, String name, WebhookReceiver receiver) throws Exception {
    save(id, name, new Destination.Webhook(receiver.address(), SECRET));
  }

  private void save(String id, Destination destination) throws Exception {
    save(id, id, destination);
  }

  private void save(String id, String name, Destination destination) throws Exception {
    engine.refresh();
    try (var generation = engine.hold()) {
      new AlertPasser(home.path(), engine, clock)
          .add(
              new SavedSearch(
                  id, name, "q=harbour", clock.instant(), false, destination, null),
              generation);
    }
  }

  private void pass() throws Exception {
    engine.refresh();
    try (var generation = engine.hold()) {
      new AlertPasser(home.path(), engine, clock).pass(generation);
    }
  }

  private void deliver(String... lines) throws Exception {
    home.index(
        Files.writeString(
            folder.resolve(deliveries++ + ".jsonl"), String.join("\n", lines)));
  }

  private static String article(String id, String headline) {
    return "{\"id\": \"%s\", \"source\": \"Wire\", \"headline\": \"%s\", \"body\": \"It was said in Lima.\", \"published\": \"2026-11-22\"}"
        .formatted(id, headline);
  }
}
