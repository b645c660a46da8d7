package dateline.search.engine;

import dateline.corpus.Published;
import org.jspecify.annotations.Nullable;

/// A condition on the date of publication, both ends inclusive. An article dated only by month or
/// year matches when all of that month or year lies inside.
///
/// @param isMissing only articles without a date; then both ends are null
public record DateFilter(@Nullable Published from, @Nullable Published to, boolean isMissing) {
  public static final DateFilter NONE = new DateFilter(null, null, false);
}
