package dateline.index.night;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// All that an editor wants to know of a night: the verdict and what to do next, what came in, what
/// was refused and why, how answers changed, how long it took.
///
/// @param timings what took how long, in the order of the run
/// @param quarantine records that could not be read, as `file:line: reason`; may be cut off at some
///   number, since the run's record knows how many there are
/// @param zone in which days and hours are told
public record NightReport(
    Night night,
    Verdict verdict,
    SequencedMap<String, Duration> timings,
    List<String> quarantine,
    ZoneId zone) {
  /// Of the quarantine, so many lines are shown.
  static final int QUARANTINE_MAX = 200;

  public NightReport {
    timings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(timings));
    quarantine = List.copyOf(quarantine);
  }

  /// For programs. A JSON object in UTF-8; [NightJson] tells its fields.
  public byte[] json() {
    return NightJson.of(this);
  }

  /// For people. One page in HTML that needs no other file and runs no script.
  public String html() {
    return NightPage.of(this);
  }
}
