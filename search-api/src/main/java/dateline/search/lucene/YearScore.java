package dateline.search.lucene;

import dateline.corpus.Published;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.Query;

/// What a year or decade among the words of a query adds to articles that were published in it:
/// news seldom names its own year.
final class YearScore {
  private static final Pattern YEAR = Pattern.compile("(1[5-9]\\d\\d|20\\d\\d)");
  private static final Pattern DECADE = Pattern.compile("(1[5-9]\\d|20\\d)0s");

  private YearScore() {}

  /// @param weight what one article gains
  static Optional<FixedScore> of(String typed, float weight) {
    Matcher year = YEAR.matcher(typed);
    if (year.matches()) {
      int number = Integer.parseInt(year.group(1));
      return Optional.of(between(typed, number, number, weight));
    }
    Matcher decade = DECADE.matcher(typed);
    if (decade.matches()) {
      int first = Integer.parseInt(decade.group(1)) * 10;
      return Optional.of(between(typed, first, first + 9, weight));
    }
    return Optional.empty();
  }

  private static FixedScore between(String typed, int first, int last, float weight) {
    Query published =
        PublishedQuery.between(
            new Published.InYear(Year.of(first)),
            new Published.InYear(Year.of(last)),
            ZoneOffset.UTC);
    return new FixedScore("year", typed, published, weight);
  }
}
