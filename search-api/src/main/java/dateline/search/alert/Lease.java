package dateline.search.alert;

import dateline.corpus.store.AlertLease;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// This server's part in [AlertLease]. Safe for use by many threads.
final class Lease {
  /// How long after a server was killed another one takes over.
  static final Duration LENGTH = Duration.ofSeconds(15);

  static final Duration RENEWED_EVERY = Duration.ofSeconds(5);

  private final Path home;
  private final Clock clock;
  private final String owner =
      ProcessHandle.current().pid() + "-" + UUID.randomUUID(); // the number is for people
  private volatile Instant until = Instant.MIN;

  Lease(Path home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  /// Takes the lease, or renews it when it is time; false while another server holds it.
  synchronized boolean hold() throws IOException {
    Instant now = clock.instant();
    if (until.isAfter(now.plus(LENGTH).minus(RENEWED_EVERY))) {
      return true;
    }
    Instant next = now.plus(LENGTH);
    until = AlertLease.take(home, owner, now, next) ? next : Instant.MIN;
    return isHeld();
  }

  /// Whether no other server can hold it at this moment.
  boolean isHeld() {
    return clock.instant().isBefore(until);
  }

  synchronized void giveUp() throws IOException {
    if (!until.equals(Instant.MIN)) {
      until = Instant.MIN;
      AlertLease.giveUp(home, owner);
    }
  }
}
