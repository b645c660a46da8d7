package dateline.cli;

import java.io.IOException;

/// One thing that [DoctorCommand] looked at.
///
/// @param what is looked at, in a word or two
/// @param value what was found there, without a full stop
/// @param next what to do about it, as sentences; empty where there is nothing to do
record Finding(Level level, String what, String value, String next) {
  /// Names as they are printed.
  enum Level {
    ok,
    /// Look at it this week.
    warn,
    /// Dateline will not work, or not for long.
    fail
  }

  static Finding ok(String what, String value) {
    return new Finding(Level.ok, what, value, "");
  }

  static Finding warn(String what, String value, String next) {
    return new Finding(Level.warn, what, value, next);
  }

  static Finding fail(String what, String value, String next) {
    return new Finding(Level.fail, what, value, next);
  }

  /// A failure whose message says what to do.
  static Finding fail(String what, IOException failure) {
    String told = Words.of(failure).strip().replace('\n', ' ');
    return fail(what, told.endsWith(".") ? told.substring(0, told.length() - 1) : told, "");
  }

  @Override
  public String toString() {
    return "%-4s  %s: %s%s"
        .formatted(level, what, value, level == Level.ok ? "" : (". " + next).stripTrailing());
  }
}
