package dateline.search.lucene;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The gists that were asked for last: the articles of a thread lie around each of them, and a gist
/// costs about half a millisecond to read. Safe for use by many threads.
final class GistCache {
  /// About five kilobytes each.
  private static final int KEPT_MAX = 2000;

  private final Map<Integer, Gist> gists =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Gist> eldest) {
          return size() > KEPT_MAX;
        }
      };

  synchronized @Nullable Gist get(int number) {
    return gists.get(number);
  }

  synchronized void put(Gist gist) {
    gists.put(gist.number(), gist);
  }
}
