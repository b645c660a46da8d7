package dateline.search.query;

import java.util.Locale;

/// Which articles plain words select.
public enum Match {
  /// Articles that hold words carrying at least 0.6·(2/n)^0.85 of the summed rarity of the n
  /// content words. Words that no article of the archive holds do not count.
  AUTO,
  /// Every word.
  ALL,
  /// One word or more.
  ANY;

  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
