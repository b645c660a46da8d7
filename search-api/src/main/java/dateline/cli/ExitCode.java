package dateline.cli;

/// Exit codes that scripts and timers rely on.
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  /// Done, but some records lie in quarantine.
  static final int QUARANTINED = 3;

  /// The judge refused what was built; the old index goes on answering.
  static final int REFUSED = 4;

  /// Another run holds the archive.
  static final int LOCKED = 75;

  private ExitCode() {}
}
