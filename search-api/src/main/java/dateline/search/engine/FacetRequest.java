package dateline.search.engine;

import dateline.index.schema.ArticleField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which values to count.
///
/// @param fields how many values to list of each field, in the order in which they are shown
/// @param interval of the date histogram; null for no histogram
public record FacetRequest(Map<ArticleField, Integer> fields, @Nullable Interval interval) {
  public static final FacetRequest NONE = new FacetRequest(Map.of(), null);

  public FacetRequest {
    fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
  }

  /// Width of the bars of a histogram. `AUTO` takes the narrowest that gives no more than 60 bars
  /// between the first and the last hit.
  public enum Interval {
    AUTO,
    DAY,
    WEEK,
    MONTH,
    YEAR;

    public String parameter() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
