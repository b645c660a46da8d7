package dateline.search.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions of an article, to choose from.
public record VersionList(List<Item> items) {
  public VersionList {
    items = List.copyOf(items);
  }

  /// @param href null for the one that is on this page
  /// @param published for machines; null when unknown, and then so is `date`
  /// @param isCurrent whether it is the one that a search finds
  /// @param change what it changed, as a sentence; null for the first
  /// @param correction what it puts right; null for nothing
  public record Item(
      String label,
      @Nullable String href,
      @Nullable String published,
      @Nullable String date,
      boolean isCurrent,
      @Nullable String change,
      @Nullable String correction) {}
}
