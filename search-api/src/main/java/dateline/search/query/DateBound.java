package dateline.search.query;

import dateline.corpus.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/// One end of a date range as typed: a day, month, year or moment, or a time before today.
public sealed interface DateBound {
  record Fixed(Published date) implements DateBound {}

  /// So long before today, as `-7d`, `-3m` or `-1y` say.
  record Before(Period period) implements DateBound {}

  /// The bound with today put in.
  default Published resolve(Instant now, ZoneId zone) {
    return switch (this) {
      case Fixed(var date) -> date;
      case Before(var period) -> new Published.OnDay(LocalDate.ofInstant(now, zone).minus(period));
    };
  }
}
