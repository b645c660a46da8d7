package dateline.index;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.read.ArticleLine;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Place;
import dateline.corpus.read.Reading;
import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.ArchiveStore.Outcome;
import dateline.corpus.store.Arrivals;
import dateline.corpus.store.Tombstone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes a delivery into the store, and accounts for every record of it.
final class Intake {
  private final ArchiveStore store;
  private final String idPrefix;
  private final Progress progress;
  private final ArrivalCounts arrivals = new ArrivalCounts();
  private final Map<String, Long> unknownFields = new TreeMap<>();
  private final List<String> quarantine = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private long added;
  private long changed;
  private long unchanged;
  private long withdrawn;
  private long late;
  private long repeated;
  private long read;
  private final List<Tombstone> tombstones = new ArrayList<>();
  private final Instant now;
  private long absent;
  private long quarantined;
  private long warnings;
  private Delivery.Walked walked = new Delivery.Walked(0, 0);

  /// @param now when what is taken back is taken back
  Intake(ArchiveStore store, String idPrefix, Instant now, Progress progress) {
    this.now = now;
    this.store = store;
    this.idPrefix = idPrefix;
    this.progress = progress;
  }

  RunReport.Account account() {
    return new RunReport.Account(
        added, changed, unchanged, withdrawn + late, repeated, quarantined);
  }

  /// What publishers took back.
  List<Tombstone> tombstones() {
    return tombstones;
  }

  /// Articles that a complete delivery lacks.
  long absent() {
    return absent;
  }

  /// Articles taken in with something missing or mended.
  long warnings() {
    return warnings;
  }

  Map<String, Long> unknownFields() {
    return unknownFields;
  }

  /// What was refused, as `file:line: reason`, at most [RunReport#LISTED_MAX].
  List<String> quarantine() {
    return quarantine;
  }

  /// Files and folders that could not be read at all, with the reason.
  List<String> unread() {
    return unread;
  }

  Delivery.Walked walked() {
    return walked;
  }

  List<Arrivals> arrivals() {
    return arrivals.list();
  }

  /// Whether the archive is another one than before.
  boolean hasChanges() {
    return added + changed + withdrawn + absent > 0;
  }

  void read(Delivery delivery) throws IOException {
    try {
      walked =
          delivery.read(reading -> {
            try {
              take(reading);
            } catch (IOException e) {
              throw new StoreFailure(e);
            }
          });
    } catch (StoreFailure e) {
      throw e.cause;
    }
    if (read != account().read()) {
      throw new IllegalStateException(
          "%,d records were read and %,d accounted for: %s"
              .formatted(read, account().read(), account()));
    }
  }

  /// Withdraws what the delivery lacks.
  void withdrawAbsent() throws IOException {
    store.withdrawUndelivered(version -> {
      absent++;
      arrivals.withdrawn(version.article());
    });
  }

  /// Carries a failure of the store through the reader, which hands on readings to a consumer.
  private static final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final IOException cause;

    StoreFailure(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private void take(Reading reading) throws IOException {
    read++;
    switch (reading) {
      case Reading.Rejected(var where, var reason, var bytes) -> {
        if (where.line() == 0 && where.item() == 0) {
          unread.add(where + ": " + reason);
        }
        quarantine(where, reason, bytes);
      }
      case Reading.Accepted(var where, var article, var noted, var unknown) -> {
        warnings += noted.isEmpty() ? 0 : 1;
        unknown.forEach(field -> unknownFields.merge(field, 1L, Long::sum));
        int length = idPrefix.length() + article.id().value().length();
        if (length > ArticleId.LENGTH_MAX) {
          refuse(
              where,
              article,
              "with --id-prefix its id has %d characters; at most %d are possible"
                  .formatted(length, ArticleId.LENGTH_MAX));
        } else {
          add(where, prefixed(article));
        }
      }
    }
    progress.at(Progress.Stage.READING, account().read(), 0);
  }

  private void add(Place where, Article article) throws IOException {
    switch (store.add(article)) {
      case Outcome.Added() -> {
        added++;
        arrivals.added(article);
      }
      case Outcome.Replaced(var before) -> {
        changed++;
        arrivals.changed(before, article);
      }
      case Outcome.Unchanged(), Outcome.Superseded() -> {
        unchanged++;
        arrivals.unchanged(article);
      }
      case Outcome.Repeated() -> {
        repeated++;
        arrivals.unchanged(article);
      }
      case Outcome.TakenBack(var before) -> {
        withdrawn++;
        arrivals.withdrawn(before == null ? article : before);
        tombstones.add(
            new Tombstone(
                article.id(), now, Tombstone.By.PUBLISHER, "taken back by its publisher", false));
      }
      case Outcome.Withdrawn() -> late++;
      case Outcome.IdTaken(var owner) ->
          refuse(
              where,
              article,
              "id "
                  + article.id()
                  + " belongs to "
                  + (owner.isEmpty() ? "another source" : owner)
                  + "; use --id-prefix to keep the two apart");
    }
  }

  private void refuse(Place where, Article article, String reason) throws IOException {
    quarantine(where, reason, ArticleLine.print(article).getBytes(StandardCharsets.UTF_8));
  }

  private void quarantine(Place where, String reason, byte[] bytes) throws IOException {
    quarantined++;
    if (quarantine.size() < RunReport.LISTED_MAX) {
      quarantine.add(where + ": " + reason);
    }
    store.quarantine(where.file(), where.line(), reason, bytes);
  }

  private Article prefixed(Article article) {
    return idPrefix.isEmpty() ? article : article.withId(new ArticleId(idPrefix + article.id()));
  }
}
