package dateline.search.alert;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Destination;
import dateline.corpus.store.Notice;
import dateline.corpus.store.Outbox;
import dateline.corpus.store.Outbox.Parcel;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.Gone;
import dateline.search.engine.StoredArticle;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due, one message after the other for each saved search, some searches at a time.
///
/// A message counts as sent only when its receiver said so and that is written down, so one may
/// arrive twice, under the same key, and none is lost. Where a message does not arrive, its search
/// rests: the receiver is likely down, and a minute of silence costs it less than a thousand
/// attempts.
final class Courier implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /// Searches that are sent for at one time.
  static final int SENDERS = 8;

  /// Messages of one search in a round.
  static final int ROUND_MAX = 100;

  private final Path home;
  private final ArticleTexts texts;
  private final Function<ArticleId, String> urls;
  private final Lease lease;
  private final Clock clock;
  private final WebhookPost webhooks;
  private final @Nullable MailPost mails;
  private final Map<String, Rest> resting = new ConcurrentHashMap<>();

  /// How long a search rests.
  ///
  /// @param failures attempts in vain since the last one that was not
  private record Rest(int failures, Instant until) {}

  /// @param urls addresses of articles
  /// @param mail null for none
  Courier(
      Path home,
      ArticleTexts texts,
      Function<ArticleId, String> urls,
      @Nullable MailServer mail,
      Lease lease,
      Clock clock) {
    this.home = home;
    this.texts = texts;
    this.urls = urls;
    this.lease = lease;
    this.clock = clock;
    webhooks = new WebhookPost(clock);
    mails = mail == null ? null : new MailPost(mail, clock);
  }

  /// Sends what is due now, and returns when each search had its turn.
  void round() throws IOException, InterruptedException {
    Instant now = clock.instant();
    if (!Outbox.isDue(home, now)) {
      return;
    }
    Map<String, List<Parcel>> due = new LinkedHashMap<>();
    try (Outbox outbox = Outbox.open(home)) {
      for (Parcel parcel : outbox.due(now, ROUND_MAX)) {
        due.computeIfAbsent(parcel.notice().search(), _ -> new ArrayList<>()).add(parcel);
      }
    }
    var places = new Semaphore(SENDERS);
    var turns = new ArrayList<Callable<Boolean>>();
    for (SavedSearch search : SavedSearches.all(home)) {
      List<Parcel> parcels = due.getOrDefault(search.id(), List.of());
      Rest rest = resting.get(search.id());
      if (!parcels.isEmpty() && (rest == null || !now.isBefore(rest.until()))) {
        turns.add(() -> turn(search, parcels, places));
      }
    }
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> turn : senders.invokeAll(turns)) {
        await(turn);
      }
    }
  }

  private static void await(Future<Boolean> turn) throws IOException, InterruptedException {
    try {
      turn.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException known -> throw known;
        case InterruptedException interrupted -> throw interrupted;
        case null, default -> throw new IllegalStateException("sending met a bug", e);
      }
    }
  }

  /// @return whether all arrived
  private boolean turn(SavedSearch search, List<Parcel> parcels, Semaphore places)
      throws IOException, InterruptedException {
    places.acquire();
    try (Outbox outbox = Outbox.open(home)) {
      for (Parcel parcel : parcels) {
        if (!lease.isHeld()) {
          return false;
        }
        try {
          send(message(search, parcel.notice()), search.destination());
          outbox.delivered(parcel, clock.instant());
          resting.remove(search.id());
        } catch (Undelivered e) {
          fail(parcel, String.valueOf(e.getMessage()), outbox);
          return false;
        }
      }
      return true;
    } finally {
      places.release();
    }
  }

  private void send(AlertMessage message, Destination destination)
      throws Undelivered, InterruptedException {
    switch (destination) {
      case Destination.Feed _ -> {} // whoever reads the feed has it
      case Destination.Webhook webhook -> webhooks.send(message, webhook);
      case Destination.Mail mail -> {
        if (mails == null) {
          throw new Undelivered(
              "the server knows no mail server; set smtp-host and smtp-from in dateline.conf");
        }
        mails.send(message, mail);
      }
    }
  }

  private void fail(Parcel parcel, String trouble, Outbox outbox) throws IOException {
    Instant now = clock.instant();
    String search = parcel.notice().search();
    Optional<Instant> next = Backoff.next(parcel.attempts(), parcel.tried(), now);
    if (next.isPresent()) {
      outbox.postponed(parcel, next.get(), trouble);
    } else {
      outbox.failed(parcel, trouble);
    }
    Rest rest = resting.get(search);
    int failures = rest == null ? 0 : rest.failures();
    resting.put(search, new Rest(failures + 1, now.plus(Backoff.rest(failures))));
    if (failures == 0 || next.isEmpty()) {
      LOG.warn(
          "cannot deliver for saved search={} attempts={} givenUp={}: {}",
          search,
          parcel.attempts() + 1,
          next.isEmpty(),
          trouble);
    }
  }

  private AlertMessage message(SavedSearch search, Notice notice) throws IOException {
    StoredArticle article = texts.find(notice.article()).orElse(null);
    Gone gone = article == null ? texts.gone(notice.article()).orElse(null) : null;
    return AlertMessage.of(search, notice, urls.apply(notice.article()), article, gone);
  }

  @Override
  public void close() {
    webhooks.close();
  }
}
