package dateline.search.http;

import java.util.List;

/// How many articles a search finds, over the wire.
record CountJson(
    SearchJson.Query query, String generation, SearchJson.Total total, SearchJson.Groups groups) {

  /// The same over time.
  ///
  /// @param items stretches in which the archive has any article, in order of time
  /// @param gaps stretches between them in which it has none
  /// @param undated articles that the search finds and that have no date
  record Timeline(
      SearchJson.Query query,
      String generation,
      SearchJson.Total total,
      String interval,
      List<Bar> items,
      List<Gap> gaps,
      long undated) {}

  /// @param count articles that the search finds
  /// @param all articles of the archive
  /// @param share of these, 0 to 1
  record Bar(String value, String from, String to, long count, long all, double share) {}

  record Gap(String from, String to) {}
}
