package dateline.index.night;

import dateline.corpus.store.RunRecord;
import dateline.index.night.Sample.Expected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Invents archives and lets them live up to a night, from a seed: the same seed gives the same
/// night. How newsrooms behave is told at [Newspaper]; here is how operators do.
///
/// - An archive has 2 to 10 sources. Three in ten begin empty, the others with a first import of
///   300 to 6,000 older articles. One in six nights is in an archive younger than four weeks, one
///   in seventeen on a holiday; holidays are written down in `judge.conf`. One archive in four has
///   a source that joins later, one in seven a source that has ended and was named in `judge.conf`.
/// - The run starts at a fixed hour, a quarter of an hour sooner or later. Of a hundred nights,
///   three have no run, and the next run brings what waited; two have it up to eight hours late;
///   two have a second one. In one archive in fifty a clock was wrong for one run, by up to a year.
/// - Some feeds repeat what they brought before. A fifth of the deliveries is complete and lacks an
///   article now and then. Up to 6 records in a thousand cannot be read. In three nights of a
///   hundred the program was renewed.
final class NightGenerator {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("UTC"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Tokyo"));
  private static final List<Duration> HOURS =
      List.of(
          Duration.ofHours(-2), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(4));
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(10, 3),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));
  private static final Set<LocalDate> EASTER =
      Set.of(
          LocalDate.of(2025, 4, 18),
          LocalDate.of(2025, 4, 21),
          LocalDate.of(2026, 4, 3),
          LocalDate.of(2026, 4, 6));

  private final long seed;
  private final Dice dice;
  private final ZoneId zone;
  private final Duration hour;
  private final Newswriter writer;
  private final Holidays holidays = new Holidays(EASTER, HOLIDAYS);
  private final LocalDate first;
  private final LocalDate last;
  private final boolean isGrownUp;
  private final boolean isComplete;
  private final boolean isRepeating;
  private final double unreadable;
  private final List<Newspaper> sources = new ArrayList<>();
  private final List<RunRecord> runs = new ArrayList<>();
  private final Map<Integer, Story> live = new TreeMap<>();
  private final List<Story> pending = new ArrayList<>();
  private final Map<LocalDate, Map<Newspaper, Long>> brought = new HashMap<>();
  private final Set<LocalDate> withRun = new HashSet<>();
  private final Set<LocalDate> irregular = new HashSet<>();
  private @Nullable Haul haul;
  private final boolean isSmall;

  private NightGenerator(long seed, boolean isSmall) {
    this.seed = seed;
    this.isSmall = isSmall;
    var random = new SplittableRandom(seed);
    dice = new Dice(random);
    zone = dice.oneOf(ZONES);
    hour = dice.oneOf(HOURS);
    writer = new Newswriter(random.split(), zone);
    last = lastDay();
    isGrownUp = !dice.hits(1 / 6.0);
    first = last.minusDays(isGrownUp ? 28 + random.nextInt(32) : random.nextInt(27) + 1);
    isComplete = dice.hits(0.2);
    isRepeating = dice.hits(0.3);
    unreadable = Math.pow(10, dice.between(-4, -2.2));
    found();
  }

  static Sample night(long seed) {
    return new NightGenerator(seed, false).live();
  }

  /// A night of two sources with up to six articles on a working day and nothing older.
  static Sample smallNight(long seed) {
    return new NightGenerator(seed, true).live();
  }

  private LocalDate lastDay() {
    LocalDate day = LocalDate.of(2025, 1, 15).plusDays(dice.random().nextInt(700));
    if (!dice.hits(0.06)) {
      return day;
    }
    LocalDate holiday = day;
    while (!holidays.include(holiday)) {
      holiday = holiday.plusDays(1);
    }
    return holiday;
  }

  private void found() {
    int count = 2 + (isSmall ? 0 : dice.random().nextInt(9));
    double most = isSmall ? 6 : 120;
    int days = (int) (last.toEpochDay() - first.toEpochDay());
    int joins = dice.hits(0.25) ? 0 : -1;
    int ends = dice.hits(1 / 7.0) ? 1 : -1;
    for (int i = 0; i < count; i++) {
      LocalDate begins = i == joins ? last.minusDays(dice.random().nextInt(days)) : LocalDate.EPOCH;
      LocalDate until = i == ends ? last.minusDays(dice.random().nextInt(days)) : LocalDate.MAX;
      sources.add(Newspaper.of("Paper " + (char) ('A' + i), begins, until, most, dice.random()));
    }
  }

  private Sample live() {
    if (!isSmall && !dice.hits(0.3)) {
      importOld((int) Math.exp(dice.between(Math.log(300), Math.log(6000))));
    }
    write(first);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      write(day.plusDays(1));
      if (!day.equals(last) && !day.equals(first) && dice.hits(0.03)) {
        continue;
      }
      boolean isLate = dice.hits(0.02);
      boolean isTwice = dice.hits(0.02);
      Instant start =
          day.plusDays(1)
              .atTime(LocalTime.MIDNIGHT)
              .atZone(zone)
              .toInstant()
              .plus(hour)
              .plusSeconds((long) dice.between(-900, 900))
              .plusSeconds(isLate ? (long) dice.between(3600, 8 * 3600) : 0);
      if (isLate || isTwice) {
        irregular.add(day);
      }
      withRun.add(day);
      run(day, start);
      if (isTwice) {
        run(day, start.plusSeconds((long) dice.between(3600, 3 * 3600)));
      }
    }
    return sample();
  }

  private void importOld(int count) {
    var old = new ArrayList<Story>();
    double all = sources.stream().mapToDouble(Newspaper::rate).sum();
    for (Newspaper source : sources) {
      if (!source.begins().isAfter(first)) {
        for (int i = 0; i < count * source.rate() / all; i++) {
          old.add(writer.write(source, first.minusDays(1 + dice.random().nextInt(365))));
        }
      }
    }
    pending.addAll(old);
  }

  /// What newsrooms send on a day.
  private void write(LocalDate day) {
    writer.nextDay();
    double common = Math.exp(0.05 * dice.bell());
    double news = dice.random().nextDouble();
    if (news < 0.03) {
      common *= dice.between(0.75, 0.9);
    } else if (news < 0.05) {
      common *= dice.between(1.2, 1.5);
    }
    for (Newspaper source : sources) {
      double own = Math.exp(0.1 * dice.bell());
      if (dice.hits(0.02)) {
        own *= dice.between(1.3, 2);
      }
      int count = dice.poisson(source.mean(day, holidays.include(day), last) * common * own);
      for (int i = 0; i < count; i++) {
        pending.add(writer.write(source, day));
      }
    }
  }

  private void run(LocalDate day, Instant start) {
    if (haul != null) {
      take(haul);
    }
    List<Story> added = pending.stream().filter(story -> story.released().isBefore(start)).toList();
    pending.removeIf(story -> story.released().isBefore(start));
    Map<Newspaper, Long> today = brought.computeIfAbsent(day, _ -> new HashMap<>());
    added.forEach(story -> today.merge(story.source(), 1L, Long::sum));
    haul =
        new Editing(dice, List.copyOf(live.values()), isComplete, isRepeating)
            .haul(start, added, unreadable);
  }

  private void take(Haul taken) {
    runs.add(taken.record(runs.size() + 1, taken.started()));
    taken.withdrawn().forEach(story -> live.remove(story.id()));
    taken.absent().forEach(story -> live.remove(story.id()));
    taken.embargoed().forEach(story -> live.remove(story.id()));
    taken.changed().forEach(change -> live.put(change.after().id(), change.after()));
    taken.added().forEach(story -> live.put(story.id(), story));
  }

  private Sample sample() {
    Haul tonight = Objects.requireNonNull(haul);
    Instant clock = tonight.started();
    if (dice.hits(0.02)) {
      Duration wrong = Duration.ofHours(dice.random().nextInt(-365 * 24, 365 * 24));
      int which = dice.random().nextInt(runs.size() + 1);
      if (which == runs.size()) {
        clock = clock.minus(wrong.abs());
      } else {
        RunRecord run = runs.get(which);
        runs.set(
            which,
            new RunRecord(
                run.run(),
                run.started().plus(wrong),
                run.state(),
                run.read(),
                run.quarantined(),
                run.arrivals()));
      }
    }
    Map<Newspaper, Expected> expected = new LinkedHashMap<>();
    Set<String> ended = new HashSet<>();
    for (Newspaper source : sources) {
      if (!source.ends().equals(LocalDate.MAX)) {
        ended.add(source.name());
      } else if (isGrownUp && source.begins().equals(LocalDate.EPOCH)) {
        expected(source).ifPresent(usual -> expected.put(source, usual));
      }
    }
    Thresholds usual = Thresholds.defaults();
    var panel = ModelPanel.of(writer);
    List<Story> stories = List.copyOf(live.values());
    return new Sample(
        seed,
        runs,
        stories,
        tonight,
        clock,
        expected,
        isGrownUp,
        dice.hits(0.03),
        panel,
        panel.answers(stories),
        new Thresholds(
            zone,
            holidays,
            ended,
            usual.rejects(),
            usual.gone(),
            usual.replaced(),
            usual.volume(),
            usual.shares(),
            usual.panel()));
  }

  /// Empty when nobody can say, since the run was late or the second one.
  private Optional<Expected> expected(Newspaper source) {
    if (irregular.contains(last)) {
      return Optional.empty();
    }
    double articles = 0;
    long least = Long.MAX_VALUE;
    for (LocalDate day = last; day.equals(last) || !withRun.contains(day); day = day.minusDays(1)) {
      Optional<Expected> one = expected(source, day);
      if (one.isEmpty()) {
        return one;
      }
      articles += one.get().articles();
      least = Math.min(least, one.get().least());
    }
    return Optional.of(new Expected(articles, least));
  }

  private Optional<Expected> expected(Newspaper source, LocalDate day) {
    if (!holidays.include(day)) {
      return onWeekday(source, day.minusDays(7));
    }
    return IntStream.range(1, 8)
        .mapToObj(before -> onWeekday(source, day.minusDays(before)))
        .flatMap(Optional::stream)
        .min(Comparator.comparingDouble(Expected::articles))
        .map(quietest -> new Expected(quietest.articles(), 0));
  }

  private Optional<Expected> onWeekday(Newspaper source, LocalDate latest) {
    List<LocalDate> nights =
        IntStream.range(0, 4)
            .mapToObj(week -> latest.minusDays(7L * week))
            .filter(day -> day.isAfter(first) && day.isAfter(last.minusDays(29)))
            .filter(day -> withRun.contains(day) && withRun.contains(day.minusDays(1)))
            .filter(day -> !holidays.include(day))
            .toList();
    if (nights.isEmpty()) {
      return Optional.empty();
    }
    long[] counts =
        nights.stream()
            .mapToLong(day -> brought.getOrDefault(day, Map.of()).getOrDefault(source, 0L))
            .sorted()
            .toArray();
    boolean isFirm = counts.length >= 3 && nights.stream().noneMatch(this::isIrregular);
    return Optional.of(new Expected(History.median(counts), isFirm ? counts[0] : 0));
  }

  private boolean isIrregular(LocalDate day) {
    return irregular.contains(day) || irregular.contains(day.minusDays(1));
  }
}
