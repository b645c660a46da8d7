package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.corpus.store.Arrivals.Lacks;
import dateline.corpus.store.RunRecord;
import dateline.corpus.store.RunRecord.State;
import dateline.index.night.Night.Counts;
import dateline.index.night.Verdict.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A night after nights that were all alike, at two in the morning: 100 new articles of the Wire
/// and 30 of the Post, 5 changed ones each, in an archive of 10,000. Methods change one thing.
final class PlainNight {
  static final Instant START = Instant.parse("2026-03-05T02:00:00Z");

  private final List<RunRecord> past = new ArrayList<>();
  private final List<Arrivals> arrivals = new ArrayList<>();
  private Instant start = START;
  private long read = 140;
  private long quarantined;
  private Counts counts = new Counts(10_000, 10_130, 130, 10, 0, 0, 0);
  private List<PanelAnswer> panel = List.of();
  private String settings = "";

  private PlainNight() {}

  /// After so many nights before.
  static PlainNight after(int nights) {
    var night = new PlainNight();
    for (int before = nights; before > 0; before--) {
      Instant started = START.minus(Duration.ofDays(before));
      night.past.add(
          new RunRecord(
              nights - before + 1,
              started,
              State.FINISHED,
              140,
              0,
              List.of(arrivals("Wire", day(started), 100), arrivals("Post", day(started), 30))));
    }
    return night;
  }

  /// Five weeks, and tonight as always.
  static PlainNight ordinary() {
    return after(35).brings("Wire", 100).brings("Post", 30);
  }

  static Arrivals arrivals(String source, LocalDate day, long added) {
    return new Arrivals(source, day, added, 5, 0, 0, Lacks.NONE, Lacks.NONE, 0);
  }

  /// The day that a run at two in the morning brings.
  static LocalDate day(Instant started) {
    return LocalDate.ofInstant(started, ZoneOffset.UTC).minusDays(1);
  }

  PlainNight brings(String source, long added) {
    return brings(arrivals(source, day(start), added));
  }

  PlainNight brings(Arrivals other) {
    arrivals.removeIf(some -> some.source().equals(other.source()));
    arrivals.add(other);
    return this;
  }

  PlainNight alsoBrings(Arrivals more) {
    arrivals.add(more);
    return this;
  }

  PlainNight bringsNothing() {
    arrivals.clear();
    read = 0;
    return this;
  }

  PlainNight rejects(long records, long of) {
    quarantined = records;
    read = of;
    return this;
  }

  PlainNight counts(Counts other) {
    counts = other;
    return this;
  }

  PlainNight panel(PanelAnswer... answers) {
    panel = List.of(answers);
    return this;
  }

  PlainNight set(String lines) {
    settings = lines;
    return this;
  }

  /// Tonight's run starts then; the articles are of that day.
  PlainNight startsAt(String time) {
    start = Instant.parse(time);
    return this;
  }

  /// Changes what the clock said at the start of a past run, counted from the oldest, from 0.
  PlainNight pastStartsAt(int index, String time) {
    RunRecord run = past.get(index);
    past.set(
        index,
        new RunRecord(
            run.run(),
            Instant.parse(time),
            run.state(),
            run.read(),
            run.quarantined(),
            run.arrivals()));
    return this;
  }

  /// Changes what a past run was given, counted from the oldest, from 0.
  PlainNight pastBrings(int index, Arrivals only) {
    RunRecord run = past.get(index);
    past.set(
        index,
        new RunRecord(
            run.run(), run.started(), run.state(), run.read(), run.quarantined(), List.of(only)));
    return this;
  }

  /// As if these nights before tonight had had no run.
  PlainNight withoutRuns(int... nightsBefore) {
    List<Instant> gone =
        IntStream.of(nightsBefore)
            .mapToObj(before -> START.minus(Duration.ofDays(before)))
            .toList();
    past.removeIf(run -> gone.contains(run.started()));
    return this;
  }

  Night night() {
    long run = past.isEmpty() ? 1 : past.getLast().run() + 1;
    return new Night(
        new RunRecord(run, start, State.OPEN, read, quarantined, arrivals), past, counts, panel);
  }

  Verdict verdict() {
    try {
      return new Judge(ThresholdsFile.read(Path.of("judge.conf"), settings)).judge(night());
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// The reasons as `check subject`.
  List<String> reasons() {
    return verdict().reasons().stream().map(PlainNight::brief).toList();
  }

  List<String> notes() {
    return verdict().notes().stream().map(PlainNight::brief).toList();
  }

  private static String brief(Finding finding) {
    return (finding.check() + " " + finding.subject()).strip();
  }
}
