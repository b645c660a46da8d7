package dateline.corpus.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one run was given of one source for one day of publication.
///
/// @param source as the articles name it; empty when they name none
/// @param day of publication in UTC, the first one of a month or year; null for articles without a
///   date
/// @param added articles that the archive did not know
/// @param changed known articles with other content
/// @param unchanged known articles with the same content
/// @param withdrawn articles that their publisher took back, or that a complete delivery lacks
/// @param without of the added ones, which lack a field
/// @param lost of the changed ones, which had a field before and lack it now
/// @param moved of the changed ones, whose day of publication is another than before
public record Arrivals(
    String source,
    @Nullable LocalDate day,
    long added,
    long changed,
    long unchanged,
    long withdrawn,
    Lacks without,
    Lacks lost,
    long moved) {
  /// How many articles lack each field.
  public record Lacks(long headline, long body, long date, long byline) {
    public static final Lacks NONE = new Lacks(0, 0, 0, 0);
  }
}
