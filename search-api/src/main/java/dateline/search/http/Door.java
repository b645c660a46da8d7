package dateline.search.http;

import dateline.search.export.ExportFormat;
import dateline.search.feed.FeedFormat;
import java.util.Arrays;
import java.util.Locale;

/// By which kind of address a search came in, as it is counted.
enum Door {
  PAGE,
  API,
  EXPORT,
  FEED,
  TOOL,
  SUGGESTION,
  HARVEST;

  /// @param route template of the address, as `/a/{id}`
  static Door of(String route) {
    String suffix = route.substring(route.lastIndexOf('/') + 1).replaceFirst("^[a-z]*\\.?", "");
    if (Arrays.stream(FeedFormat.values()).anyMatch(format -> format.suffix().equals(suffix))) {
      return FEED;
    }
    if (ExportFormat.of(suffix).isPresent()) {
      return EXPORT;
    }
    return switch (route) {
      case "/mcp" -> TOOL;
      case "/api/v1/suggest", OpenSearchRoutes.SUGGESTIONS -> SUGGESTION;
      case OaiRoutes.PATH, "/api/v1/changes" -> HARVEST;
      default -> route.startsWith("/api/") ? API : PAGE;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
