package dateline.search.http;

import java.time.Duration;

/// How much one client, or all together, may ask for.
final class Limits {
  /// Path and query string, or body; longer requests are answered 413.
  static final int REQUEST_BYTES = 64 * 1024;

  /// Request line and all headers, with room for the longest address.
  static final int HEADER_BYTES = REQUEST_BYTES + 16 * 1024;

  static final int ARTICLES_PER_REQUEST = 100;

  /// Searches at one time; more wait for [#SEARCH_WAIT] and are then answered 503.
  static final int SEARCHES = 32;

  /// Exports at one time; more are answered 503 at once.
  static final int EXPORTS = 4;

  /// As long as one search may run: with 200 clients on two busy cores that answered 50 searches a
  /// second, one second refused 15 % of them although all could be answered.
  static final Duration SEARCH_WAIT = Duration.ofSeconds(10);

  /// What a refused client is told to wait.
  static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  static final Duration IDLE = Duration.ofSeconds(30);

  static final int THREADS = 64;

  private Limits() {}
}
