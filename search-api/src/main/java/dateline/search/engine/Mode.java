package dateline.search.engine;

import java.util.Locale;

/// What hits are put in order by, where the order is by relevance.
public enum Mode {
  /// Their words.
  LEXICAL,
  /// Their words, and the first of them also by what they mean. The same articles are found.
  HYBRID;

  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
