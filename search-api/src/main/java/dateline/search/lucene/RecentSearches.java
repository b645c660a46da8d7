package dateline.search.lucene;

import dateline.search.engine.SearchRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The last different searches, from the start of their lists. Safe for use by many threads. They
/// stay in memory: what people search for is nobody else's business.
final class RecentSearches {
  private static final int KEPT_MAX = 64;

  /// The latest last.
  private final Map<SearchRequest, Boolean> searches =
      new LinkedHashMap<>(KEPT_MAX * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SearchRequest, Boolean> eldest) {
          return size() > KEPT_MAX;
        }
      };

  /// An export is nothing to warm up for.
  void note(SearchRequest request) {
    if (request.limit() > SearchRequest.LIMIT_MAX) {
      return;
    }
    SearchRequest start = request.asking(request.query(), request.filters(), request.dates());
    synchronized (searches) {
      searches.put(start, true);
    }
  }

  /// The latest first.
  List<SearchRequest> latest() {
    synchronized (searches) {
      return List.copyOf(searches.keySet()).reversed();
    }
  }
}
