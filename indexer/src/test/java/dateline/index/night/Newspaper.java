package dateline.index.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// A source of invented articles, as newsrooms are.
///
/// Assumed, from how papers and agencies work rather than from what the judge looks at:
///
/// - A newspaper is half as large on Saturday and smaller still on Sunday, or has no Sunday
///   edition; an agency and a web site thin out at weekends; a magazine comes on one day of the
///   week. A holiday is like the quietest weekday, a little more or less.
/// - Articles come independently of each other around the day's mean (Poisson); the mean itself
///   wanders by a tenth for each source and by a twentieth for all of them together. Volumes grow
///   or shrink by up to a third in a year.
/// - Three days in a hundred are slow for everyone (0.75 to 0.9), two are busy (1.2 to 1.5), and
///   one source in fifty has news of its own and brings up to twice its number.
/// - Headline, text and date are missing by accident (below 1 %). A byline is missing by habit: in
///   2 to 60 % of a source's articles.
/// - Corrections touch 1 to 8 % as many articles as are new, of the last days; one in thirty moves
///   the day, one in a hundred drops the byline. Publishers take back an article in some nights.
///
/// @param rate new articles on an ordinary working day
/// @param weekday factor of the rate for Monday to Sunday
/// @param holiday factor of the rate on a holiday
/// @param growth factor of the rate after a year
/// @param corrections changed articles for each new one
/// @param late share of articles that come days after their publication
/// @param begins the first day with articles
/// @param ends the last one; the archive's owner was told
record Newspaper(
    String name,
    double rate,
    List<Double> weekday,
    double holiday,
    double growth,
    double corrections,
    double late,
    double noByline,
    double noField,
    LocalDate begins,
    LocalDate ends) {
  static Newspaper of(
      String name, LocalDate begins, LocalDate ends, double most, SplittableRandom random) {
    double rate = Math.exp(random.nextDouble(Math.log(2), Math.log(most)));
    List<Double> weekday = week(random);
    double quietest = Collections.min(weekday);
    return new Newspaper(
        name,
        rate,
        weekday,
        quietest * random.nextDouble(0.85, 1.15),
        random.nextDouble(0.75, 1.35),
        random.nextDouble(0.01, 0.08),
        random.nextDouble(0, 0.1),
        random.nextDouble(0.02, 0.6),
        random.nextDouble(0, 0.01),
        begins,
        ends);
  }

  /// The mean of a day, before the day's own ups and downs.
  double mean(LocalDate day, boolean isHoliday, LocalDate reference) {
    if (day.isBefore(begins) || day.isAfter(ends)) {
      return 0;
    }
    double years = (day.toEpochDay() - reference.toEpochDay()) / 365.0;
    double factor = weekday.get(day.getDayOfWeek().getValue() - 1);
    return rate * Math.pow(growth, years) * (isHoliday ? Math.min(holiday, factor) : factor);
  }

  private static List<Double> week(SplittableRandom random) {
    double kind = random.nextDouble();
    if (kind < 0.4) {
      double sunday = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.2, 0.5);
      return List.of(0.9, 1.0, 1.0, 1.0, 1.1, random.nextDouble(0.4, 0.8), sunday);
    }
    if (kind < 0.7) {
      return List.of(1.0, 1.0, 1.0, 1.0, 0.95, 0.5, 0.45);
    }
    if (kind < 0.93) {
      return List.of(1.0, 1.0, 1.0, 1.0, 1.0, 0.8, 0.75);
    }
    List<Double> magazine = new ArrayList<>(Collections.nCopies(7, 0.0));
    magazine.set(random.nextInt(5), 1.0);
    return List.copyOf(magazine);
  }
}
