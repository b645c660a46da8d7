package dateline.corpus;

/// The name of an article that is unique in its archive and stays the same in every version.
///
/// @param value 1 to 512 characters, without control characters or outer white space
public record ArticleId(String value) implements Comparable<ArticleId> {
  public static final int LENGTH_MAX = 512;

  public ArticleId {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "an article id has 1 to " + LENGTH_MAX + " characters, this one has " + value.length());
    }
    if (!value.equals(value.strip()) || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "article id '" + value + "' holds control characters or outer white space");
    }
  }

  /// Orders by code point, as the index does, rather than by UTF-16 unit.
  @Override
  public int compareTo(ArticleId other) {
    return compareCodePoints(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static int compareCodePoints(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Integer.compare(rank(a), rank(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /// Surrogates stand below U+E000 in UTF-16 and above U+FFFF as code points.
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
