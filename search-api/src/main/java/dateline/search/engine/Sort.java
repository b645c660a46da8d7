package dateline.search.engine;

import java.util.Locale;

/// The order of hits. Equal ones are ordered by date, newest first, then by id; undated articles
/// come last.
public enum Sort {
  RELEVANCE,
  NEWEST,
  OLDEST;

  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
