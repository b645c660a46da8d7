package dateline.search.query;

import dateline.corpus.Published;
import dateline.search.query.Token.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a range of Lucene's, the ends of which may be left out of it, as one that includes both.
///
/// @param field its name and where the range stands
/// @param place of the range
record LuceneRanges(Token field, Token place, Problems problems) {

  /// The range, or null after reporting why it is none.
  @Nullable Clause single(String bound) {
    return read(bound, problems);
  }

  /// The range, or null after reporting why it is none.
  @Nullable Clause between(String first, boolean isFirstIn, String last, boolean isLastIn) {
    String whole = "[" + first + " TO " + last + "]";
    boolean isReadable = read(whole, new Problems(new int[0])) != null;
    if (!isReadable || (isFirstIn && isLastIn)) {
      return read(whole, problems);
    }
    String from = isFirstIn ? first : moved(first, 1);
    String to = isLastIn ? last : moved(last, -1);
    Clause inside = read("[" + from + " TO " + to + "]", new Problems(new int[0]));
    if (inside == null) {
      problems.add(
          "query.bad-range",
          place.start(),
          "The range %s holds nothing, since its ends do not count. Write [ and ] for ends that count."
              .formatted(Problems.place(place.start())),
          new Problems.Edit(place.start(), place.end(), whole));
    }
    return inside;
  }

  private @Nullable Clause read(String bounds, Problems collected) {
    var range = new Token(Kind.RANGE, bounds, place.start(), place.end());
    return field.text().equals("words")
        ? Ranges.words(field, range, collected)
        : Ranges.published(field, range, collected);
  }

  /// The next bound of the same precision, or the one before.
  private String moved(String bound, int step) {
    if (bound.equals("*")) {
      return bound;
    }
    if (field.text().equals("words")) {
      return Integer.toString(Integer.parseInt(bound) + step);
    }
    return moved(DateBound.parse(bound), step)
        .map(DateBound::toString)
        .orElseGet(() -> {
          problems.add(
              "query.bad-range",
              place.start(),
              "“%s” in the range %s can only be counted in. Write [ or ] beside it, or a number of days such as -90d."
                  .formatted(bound, Problems.place(place.start())),
              null);
          return bound;
        });
  }

  private static Optional<DateBound> moved(DateBound bound, int step) {
    return switch (bound) {
      case DateBound.Fixed(var date) -> moved(date, step).map(DateBound.Fixed::new);
      case DateBound.Before(var period) -> {
        Period next = period.minusDays(step);
        boolean isCountable = period.toTotalMonths() == 0 && !next.isNegative();
        yield isCountable ? Optional.of(new DateBound.Before(next)) : Optional.empty();
      }
    };
  }

  /// Empty where the calendar of the archive ends.
  private static Optional<Published> moved(Published date, int step) {
    try {
      return Optional.of(
          switch (date) {
            case Published.At(var instant) -> new Published.At(instant.plusSeconds(step));
            case Published.OnDay(LocalDate day) -> new Published.OnDay(day.plusDays(step));
            case Published.InMonth(YearMonth month) ->
                new Published.InMonth(month.plusMonths(step));
            case Published.InYear(var year) -> new Published.InYear(year.plusYears(step));
          });
    } catch (DateTimeException _) { // reported by the caller
      return Optional.empty();
    }
  }
}
