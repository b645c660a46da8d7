package dateline.search.quote;

import java.text.Normalizer;
import java.util.Arrays;

/// A text in which signs that printers choose between are one: quotation marks, apostrophes,
/// dashes, and white space of any kind and length.
final class PrintedText {
  private final String text;
  private final StringBuilder plain = new StringBuilder();

  /// For each unit of the plain text where it stands in the text, and at last the text's end.
  private int[] places = new int[64];

  private PrintedText(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); ) {
      int sign = text.codePointAt(i);
      add(sign, i);
      i += Character.charCount(sign);
    }
    place(plain.length(), text.length());
  }

  static PrintedText of(String text) {
    return new PrintedText(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  private void add(int sign, int at) {
    if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
      if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        append(" ", at);
      }
      return;
    }
    switch (sign) {
      case '“', '”', '„', '‟', '«', '»', '″' -> append("\"", at);
      case '‘', '’', '‚', '‛', '′', '`' -> append("'", at);
      case '‐', '‑', '‒', '–', '—', '―', '−' -> append("-", at);
      case '…' -> append("...", at);
      case '\u00AD', '\u200B' -> {} // shows nothing
      default -> append(Character.toString(sign), at);
    }
  }

  private void append(String signs, int at) {
    for (int i = 0; i < signs.length(); i++) {
      place(plain.length() + i, at);
    }
    plain.append(signs);
  }

  private void place(int index, int at) {
    if (index >= places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    places[index] = at;
  }

  String plain() {
    return plain.toString();
  }

  /// Without white space and quotation marks around it.
  String bare() {
    return plain.toString().replaceAll("^[\" ]+|[\" ]+$", "");
  }

  /// A stretch of the text as it was given, in UTF-16 units.
  record Stretch(int start, int end) {}

  /// Where it holds another one whole, not in the middle of a word; null where it does not.
  @org.jspecify.annotations.Nullable
  Stretch find(String bare) {
    for (int at = plain.indexOf(bare); at >= 0; at = plain.indexOf(bare, at + 1)) {
      int end = at + bare.length();
      if (!joins(at - 1, at) && !joins(end - 1, end)) {
        return new Stretch(places[at], places[end]);
      }
    }
    return null;
  }

  /// Whether two neighbours belong to one word.
  private boolean joins(int left, int right) {
    return left >= 0
        && right < plain.length()
        && isOfWord(plain.charAt(left))
        && isOfWord(plain.charAt(right));
  }

  private static boolean isOfWord(char sign) {
    return Character.isLetterOrDigit(sign) || Character.isSurrogate(sign);
  }

  String text() {
    return text;
  }
}
