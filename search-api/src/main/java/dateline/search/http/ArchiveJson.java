package dateline.search.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an archive holds, over the wire.
final class ArchiveJson {
  private ArchiveJson() {}

  /// @param sourcesTotal how many there are, of which the first ones are listed
  /// @param unsourced articles without a source
  record Sources(String generation, long sourcesTotal, long unsourced, List<Source> sources) {}

  /// @param first date of the earliest article, as precise as it is known; null where none has one
  record Source(
      String source,
      long articles,
      @Nullable String first,
      @Nullable String last,
      List<Language> languages,
      String url) {}

  record Language(String language, long articles) {}

  record Coverage(String generation, String interval, long sourcesTotal, List<Covered> sources) {}

  /// @param items stretches with articles, in order of time
  /// @param gaps stretches without any
  record Covered(
      String source,
      long articles,
      long undated,
      List<SearchJson.Bar> items,
      List<CountJson.Gap> gaps) {}

  record Comparison(
      String generation,
      String interval,
      List<Side> searches,
      List<Point> items,
      List<CountJson.Gap> gaps) {}

  record Side(SearchJson.Query query, SearchJson.Total total) {}

  /// @param all articles of the archive
  /// @param counts of each search, in order
  /// @param shares of all, 0 to 1
  record Point(
      String value, String from, String to, long all, List<Long> counts, List<Double> shares) {}
}
