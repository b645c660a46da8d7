package dateline.search.engine;

import java.util.Locale;

/// What a list does with near-identical articles, such as reprints of a story of an agency.
public enum Collapse {
  /// The best-ranked one of them that matches leads, and stands for the others that match.
  DUPLICATES,
  /// Each is a hit of its own.
  NONE;

  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
