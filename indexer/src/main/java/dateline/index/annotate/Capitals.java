package dateline.index.annotate;

/// Writes names of all-capitals text as names are written elsewhere.
final class Capitals {
  private Capitals() {}

  /// _JOHN O'NEILL_ becomes _John O'Neill_; a letter opens a word after anything but a letter, save
  /// for the possessive.
  static String undone(String capitals) {
    var text = new StringBuilder(capitals.length());
    for (int i = 0; i < capitals.length(); i++) {
      boolean opens = i == 0 || !Character.isLetter(capitals.charAt(i - 1));
      char c = capitals.charAt(i);
      text.append(opens ? c : Character.toLowerCase(c));
    }
    return text.toString();
  }
}
