package dateline.search.lucene;

import dateline.search.engine.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Generations as callers see them who may see a part alone. Each view is made when it is first
/// asked for, which takes as long as opening a generation, and kept while its generation is.
///
/// Safe for use by many threads; who asks for a view that is being made waits for it.
final class ScopedViews implements Closeable {
  /// Views open at one time; the one that was used longest ago makes room.
  private static final int KEPT_MAX = 16;

  private record Key(OpenGeneration of, String scope) {}

  /// The latest used last.
  private final Map<Key, OpenGeneration> views = new LinkedHashMap<>(KEPT_MAX, 0.75f, true);

  /// Makes a view that is not kept yet.
  interface Maker {
    OpenGeneration of(OpenGeneration generation, Scope scope) throws IOException;
  }

  /// The view of an acquired generation, to be released instead of it.
  synchronized OpenGeneration acquire(OpenGeneration generation, Scope scope, Maker maker)
      throws IOException {
    try {
      var key = new Key(generation, scope.text());
      OpenGeneration view = views.get(key);
      if (view == null) {
        view = maker.of(generation, scope);
        views.put(key, view);
        if (views.size() > KEPT_MAX) {
          drop(views.keySet().iterator().next());
        }
      }
      if (!view.acquire()) {
        throw new IllegalStateException("a view that is kept was closed");
      }
      return view;
    } finally {
      generation.release();
    }
  }

  /// Closes the views of generations that answer no more.
  synchronized void keep(Predicate<OpenGeneration> isOpen) throws IOException {
    for (Key key : List.copyOf(views.keySet())) {
      if (!isOpen.test(key.of)) {
        drop(key);
      }
    }
  }

  private void drop(Key key) throws IOException {
    OpenGeneration view = views.remove(key);
    if (view != null) {
      view.close();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Key key : new ArrayList<>(views.keySet())) {
      drop(key);
    }
  }
}
