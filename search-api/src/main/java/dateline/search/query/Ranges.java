package dateline.search.query;

import dateline.corpus.Published;
import dateline.search.query.Problems.Edit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `published:` and `words:` with a range or a single value, which is both ends.
final class Ranges {
  private static final Pattern RANGE =
      Pattern.compile("\\[\\s*(\\S+)\\s+TO\\s+(\\S+)\\s*\\]", Pattern.CASE_INSENSITIVE);

  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2})-(29|30|31)");

  /// The corpus knows no longer article; a longer number is a slip.
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  private final Problems problems;
  private final Token field;
  private final Token range;

  private Ranges(Problems problems, Token field, Token range) {
    this.problems = problems;
    this.field = field;
    this.range = range;
  }

  /// The range, or null after reporting why it is none.
  static @Nullable Clause published(Token field, Token range, Problems problems) {
    return new Ranges(problems, field, range).published();
  }

  /// The range, or null after reporting why it is none.
  static @Nullable Clause words(Token field, Token range, Problems problems) {
    return new Ranges(problems, field, range).words();
  }

  static void unreadable(Token field, Problems problems) {
    problems.add(
        "query.bad-range",
        field.start(),
        "“%s:” %s needs a range. Write it as published:[1987-03 TO 1987-04] or words:[300 TO *]."
            .formatted(field.text(), Problems.place(field.start())),
        null);
  }

  private @Nullable Clause published() {
    Bounds bounds = bounds();
    if (bounds == null) {
      return null;
    }
    DateBound first;
    DateBound last;
    try {
      first = bounds.first().equals("*") ? null : date(bounds.first());
      last = bounds.last().equals("*") ? null : date(bounds.last());
    } catch (DateTimeException _) { // reported
      return null;
    }
    if (first instanceof DateBound.Fixed(var from)
        && last instanceof DateBound.Fixed(var to)
        && isAfter(from, to)) {
      swapped(bounds);
      return null;
    }
    return new Clause.PublishedRange(first, last);
  }

  private DateBound date(String bound) {
    try {
      return DateBound.parse(bound);
    } catch (DateTimeException impossible) {
      problems.add(
          "query.bad-date",
          field.start(),
          "“%s” (%s) is not a date. Write a year, month or day such as 1987, 1987-03 or 1987-03-02, a time such as 1987-03-02T09:21:00Z, or a time before today such as -7d, -3m or -1y."
              .formatted(bound, Problems.place(field.start())),
          lastDayInstead(bound));
      throw impossible;
    }
  }

  /// Proposes 28 February for the 30th.
  private @Nullable Edit lastDayInstead(String bound) {
    Matcher day = DAY.matcher(bound);
    if (!day.matches()) {
      return null;
    }
    try {
      LocalDate last = YearMonth.parse(day.group(1)).atEndOfMonth();
      return new Edit(range.start(), range.end(), range.text().replace(bound, last.toString()));
    } catch (DateTimeException _) { // no such month either
      return null;
    }
  }

  private @Nullable Clause words() {
    Bounds bounds = bounds();
    if (bounds == null || !isCount(bounds.first()) || !isCount(bounds.last())) {
      return null;
    }
    Integer first = bounds.first().equals("*") ? null : Integer.valueOf(bounds.first());
    Integer last = bounds.last().equals("*") ? null : Integer.valueOf(bounds.last());
    if (first != null && last != null && first > last) {
      swapped(bounds);
      return null;
    }
    return new Clause.WordsRange(first, last);
  }

  private boolean isCount(String bound) {
    if (bound.equals("*") || COUNT.matcher(bound).matches()) {
      return true;
    }
    problems.add(
        "query.bad-range",
        field.start(),
        "“%s” (%s) is not a number of words. Write a range such as words:[300 TO *]."
            .formatted(bound, Problems.place(field.start())),
        null);
    return false;
  }

  private record Bounds(String first, String last) {}

  private @Nullable Bounds bounds() {
    Matcher both = RANGE.matcher(range.text());
    if (both.matches()) {
      return new Bounds(both.group(1), both.group(2));
    }
    boolean isSingle = range.text().chars().noneMatch(c -> c == '[' || c == ' ');
    if (isSingle) {
      return new Bounds(range.text(), range.text());
    }
    unreadable(field, problems);
    return null;
  }

  private void swapped(Bounds bounds) {
    problems.add(
        "query.bad-range",
        field.start(),
        "The range %s ends before it starts: “%s” comes after “%s”. Change the two."
            .formatted(Problems.place(field.start()), bounds.first(), bounds.last()),
        new Edit(range.start(), range.end(), "[" + bounds.last() + " TO " + bounds.first() + "]"));
  }

  private static boolean isAfter(Published first, Published last) {
    if (first instanceof Published.At(var from) && last instanceof Published.At(var to)) {
      return from.isAfter(to);
    }
    return first.firstDay(ZoneOffset.UTC).isAfter(last.lastDay(ZoneOffset.UTC));
  }
}
