package dateline.search.page;

import java.util.List;

/// Searches beside each other, as they are shown.
///
/// @param fields what the form holds, one for each search that it takes
/// @param lead what the figures tell, or why there are none
public record CompareView(Frame frame, List<Field> fields, String lead, List<Side> sides) {
  public CompareView {
    fields = List.copyOf(fields);
    sides = List.copyOf(sides);
  }

  /// @param id of the input in the page
  public record Field(String id, String label, String text) {}

  /// @param total how many articles it finds, as a sentence
  /// @param href the search itself
  public record Side(String text, String total, String href, Histogram histogram) {}
}
