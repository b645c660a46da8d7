package dateline.search.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Destination;
import dateline.corpus.store.Notices;
import dateline.corpus.store.Notices.State;
import dateline.corpus.store.Outbox;
import dateline.corpus.store.SavedSearches;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.search.alert.WebhookReceiver.Received;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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
  private AlertedHome home;

  @SuppressWarnings("NullAway.Init")
  private Courier courier;

  @BeforeEach
  void open() throws Exception {
    home = AlertedHome.open(folder);
    courier = home.courier(null);
  }

  @AfterEach
  void close() throws Exception {
    courier.close();
    home.close();
  }

  @Test
  void aWebhookGetsEachArticleOnceSignedAndNamed() throws Exception {
    try (var receiver = WebhookReceiver.start(_ -> 204)) {
      save(receiver);
      home.deliver(
          AlertedHome.article("new/1", "Harbour opens"), AlertedHome.article("other", "Budget"));
      home.pass();

      home.round(courier);
      home.round(courier);

      Received only = receiver.received().getFirst();
      assertEquals(1, receiver.received().size());
      JsonNode json = only.json();
      assertEquals(only.key(), json.get("key").asString());
      assertEquals("new", json.get("kind").asString());
      assertEquals("Harbours & more", json.at("/search/name").asString());
      assertEquals("http://here/new/1", json.at("/article/url").asString());
      assertEquals("Harbour opens", json.at("/article/headline").asString());
      assertEquals("It was said in Lima.", json.at("/article/summary").asString());
      assertEquals(Long.toString(home.clock().instant().getEpochSecond()), only.timestamp());
      assertEquals(
          "sha256=" + WebhookPost.signature(SECRET, only.timestamp(), only.body().getBytes(UTF_8)),
          only.signature());
      Notices.Listed listed = home.last("harbour");
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
    try (var receiver = WebhookReceiver.start(number -> number < 2 ? 500 : 200)) {
      save(receiver);
      home.deliver(AlertedHome.article("new", "Harbour opens"));
      home.pass();

      home.round(courier);
      Notices.Listed first = home.last("harbour");
      home.clock().move(Duration.ofSeconds(4));
      home.round(courier);
      int afterFourSeconds = receiver.received().size();
      home.clock().move(Duration.ofSeconds(1));
      home.round(courier);
      home.clock().move(Duration.ofSeconds(10));
      home.round(courier);

      assertEquals(State.WAITING, first.state());
      assertEquals("the receiver answered 500", first.trouble());
      assertEquals(1, first.attempts());
      assertEquals(1, afterFourSeconds);
      assertEquals(
          List.of(500, 500, 200), receiver.received().stream().map(Received::answered).toList());
      assertEquals(
          1, new HashSet<>(receiver.received().stream().map(Received::key).toList()).size());
      assertEquals(State.DELIVERED, home.last("harbour").state());
    }
  }

  @Test
  void whatNeverArrivesIsGivenUpAfterDaysKeptAndSentOnRequest() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort(); // nobody listens there afterwards
    }
    home.save(
        "harbour",
        "Harbours",
        new Destination.Webhook(URI.create("http://127.0.0.1:" + port), SECRET));
    home.deliver(AlertedHome.article("new", "Harbour opens"));
    home.pass();
    for (int hour = 0; hour <= Backoff.GIVE_UP.toHours() + 6; hour++) {
      home.round(courier);
      home.clock().move(Duration.ofHours(1));
    }

    Notices.Listed given = home.last("harbour");
    assertEquals(State.FAILED, given.state());
    assertEquals("nobody listens at the receiver's address", given.trouble());
    assertEquals(
        1, Notices.counts(home.path()).getOrDefault("harbour", Notices.Counts.NONE).failed());
    try (var outbox = Outbox.open(home.path())) {
      assertEquals(1, outbox.retry("harbour", home.clock().instant()));
      assertEquals(0, outbox.retry("harbour", home.clock().instant()));
    }
    assertEquals(State.WAITING, home.last("harbour").state());
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (var receiver = WebhookReceiver.start(_ -> 302)) {
      save(receiver);
      home.deliver(AlertedHome.article("new", "Harbour opens"));
      home.pass();

      home.round(courier);

      assertEquals(1, receiver.received().size());
      assertEquals("the receiver answered 302", home.last("harbour").trouble());
    }
  }

  @Test
  void ofOneArticleNothingOvertakesWhatCameBefore() throws Exception {
    try (var receiver = WebhookReceiver.start(number -> number == 0 ? 503 : 200)) {
      save(receiver);
      home.deliver(AlertedHome.article("new", "Harbour opens"));
      home.pass();
      home.round(courier);
      home.deliver(
          AlertedHome.article("new", "Harbour opens at last"),
          AlertedHome.article("more", "Harbour closes"));
      home.pass();

      for (int i = 0; i < 4; i++) {
        home.clock().move(Duration.ofSeconds(5));
        home.round(courier);
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
    try (var receiver = WebhookReceiver.start(_ -> 200)) {
      save(receiver);
      home.deliver(AlertedHome.article("new", "Harbour opens"));
      home.pass();
      try (Tombstones tombstones = Tombstones.open(home.path())) {
        tombstones.add(
            List.of(
                new Tombstone(
                    new ArticleId("new"),
                    home.clock().instant(),
                    Tombstone.By.DESK,
                    "a mistake",
                    false)));
      }
      home.pass();

      home.round(courier); // the withdrawal waits for what it takes back
      home.round(courier);

      assertEquals(
          List.of("new new", "withdrawn new"),
          receiver.received().stream().map(CourierTest::told).toList());
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
    try (var receiver = WebhookReceiver.start(_ -> 200)) {
      save(receiver);
      home.deliver(AlertedHome.article("new", "Harbour opens"));
      home.pass();
      try (var store = SavedSearches.open(home.path())) {
        store.pause("harbour");
        home.round(courier);
        assertEquals(List.of(), receiver.received());
        store.resume("harbour");
      }

      home.round(courier);

      assertEquals(1, receiver.received().size());
    }
  }

  private static String told(Received received) {
    return received.json().get("kind").asString()
        + " "
        + received.json().at("/article/id").asString();
  }

  private void save(WebhookReceiver receiver) throws Exception {
    home.save("harbour", "Harbours & more", new Destination.Webhook(receiver.address(), SECRET));
  }
}
