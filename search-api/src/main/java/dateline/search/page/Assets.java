package dateline.search.page;

import java.util.List;

/// The files that every page needs beside its own text.
///
/// @param suggestions the script that completes what is typed
/// @param timeline the script by which a range of time is drawn
public record Assets(Asset style, Asset suggestions, Asset timeline, Asset icon) {
  static Assets load() {
    return new Assets(
        Asset.style("dateline.css"),
        Asset.load("suggestions.js", "text/javascript;charset=utf-8"),
        Asset.load("timeline.js", "text/javascript;charset=utf-8"),
        Asset.load("icon.svg", "image/svg+xml;charset=utf-8"));
  }

  public List<Asset> all() {
    return List.of(style, suggestions, timeline, icon);
  }
}
