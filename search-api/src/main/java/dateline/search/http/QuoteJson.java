package dateline.search.http;

import java.util.List;

/// What became of a quotation, over the wire.
///
/// @param verdict `verbatim`, `altered` or `absent`
/// @param difference from what is printed at the first place to the quotation, as runs of `equal`,
///   `insert` and `delete`; empty unless it was altered
record QuoteJson(
    String quote, String verdict, List<Place> places, List<VersionJson.Run> difference) {
  /// @param url of the sentence on the article's page, or of the version's page
  /// @param sentence which one of the field, from 0
  /// @param hash of the whole sentence
  record Place(
      String id,
      String url,
      int version,
      boolean current,
      String field,
      int sentence,
      String hash,
      String text) {}
}
