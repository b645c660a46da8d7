package dateline.search.engine;

import java.util.Locale;

/// What counts beside words and meaning, where the order is by relevance.
public enum Boost {
  NONE,
  /// A little, how recent an article is.
  RECENT;

  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
