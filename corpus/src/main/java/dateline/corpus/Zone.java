package dateline.corpus;

/// A stretch of an article that readers and searches tell apart. Offsets of mentions and snippets
/// count Unicode code points from the start of one zone's text as it was read.
public enum Zone {
  HEADLINE,
  SUBHEAD,
  /// The summary or first paragraph when the source gives it as a field of its own.
  LEAD,
  BODY,
  BYLINE,
  DATELINE;

  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
