package dateline.index.night;

/// How a sentence names a source.
final class SourceName {
  private SourceName() {}

  static String of(String source) {
    return source.isEmpty() ? "(no source)" : source;
  }
}
