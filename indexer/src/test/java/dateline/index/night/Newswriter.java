package dateline.index.night;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes invented articles: words by Zipf's law, and on a third of them one of the day's events,
/// whose words come often. Events last about four days.
final class Newswriter {
  static final int VOCABULARY = 2000;
  private static final int WORDS = 12;
  private static final int EVENTS = 5;
  private static final int EVENT_WORDS = 4;

  private final Dice dice;
  private final ZoneId zone;
  private final List<int[]> events = new ArrayList<>();
  private int written;

  Newswriter(SplittableRandom random, ZoneId zone) {
    dice = new Dice(random);
    this.zone = zone;
    for (int i = 0; i < EVENTS; i++) {
      events.add(event());
    }
  }

  /// Some events end and others begin.
  void nextDay() {
    for (int i = 0; i < EVENTS; i++) {
      if (dice.hits(0.25)) {
        events.set(i, event());
      }
    }
  }

  /// Sent at some hour of the working day; the late ones carry an earlier day.
  Story write(Newspaper source, LocalDate day) {
    double hour = Math.min(23.9, Math.max(0, 14 + 4.5 * dice.bell()));
    Instant released =
        day.atStartOfDay(zone).toInstant().plus(Duration.ofMinutes((long) (60 * hour)));
    int late = dice.hits(source.late()) ? 1 + dice.random().nextInt(10) : 0;
    LocalDate published =
        dice.hits(source.noField())
            ? null
            : LocalDate.ofInstant(released, ZoneOffset.UTC).minusDays(late);
    return story(source, published, released);
  }

  private Story story(Newspaper source, @Nullable LocalDate day, Instant released) {
    var has =
        new Story.Has(
            !dice.hits(source.noField()),
            !dice.hits(source.noField()),
            !dice.hits(source.noByline()));
    var words = new TreeMap<Integer, Integer>();
    for (int i = 0; i < WORDS; i++) {
      words.merge(zipf(), 1 + dice.random().nextInt(3), Integer::sum);
    }
    if (dice.hits(0.33)) {
      for (int word : dice.oneOf(events)) {
        words.merge(word, 1 + dice.random().nextInt(6), Integer::sum);
      }
    }
    if (!has.body()) {
      words.clear();
    }
    return new Story(
        written++, source, day, released, has, new Words(words), Math.exp(6 + 0.5 * dice.bell()));
  }

  private int[] event() {
    int[] words = new int[EVENT_WORDS];
    for (int i = 0; i < EVENT_WORDS; i++) {
      words[i] = zipf();
    }
    return words;
  }

  /// Rank with a chance of about one in its number.
  int zipf() {
    return (int) Math.min(VOCABULARY - 1, Math.exp(dice.between(0, Math.log(VOCABULARY))) - 1);
  }
}
