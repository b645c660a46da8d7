package dateline.search.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A query for Lucene's parser: parts of it blanked, brackets left open closed at the end, and
/// everything else where it was typed. Places are UTF-16 units, as the parser counts them.
final class LuceneText {
  private final String typed;
  private final char[] units;
  private int open;

  LuceneText(String typed) {
    this.typed = typed;
    this.units = typed.toCharArray();
  }

  /// What is written before a value.
  ///
  /// @param start first unit of the name
  /// @param end unit after the name
  record Prefix(String name, int start, int end) {}

  int length() {
    return units.length;
  }

  /// The unit there, blank beyond the ends.
  char at(int place) {
    return place >= 0 && place < units.length ? units[place] : ' ';
  }

  String between(int start, int end) {
    return new String(units, start, end - start);
  }

  String readable() {
    return new String(units) + ")".repeat(open);
  }

  boolean isBlank() {
    return new String(units).isBlank();
  }

  /// Blanks a stretch; of the brackets closed at the end it takes off one.
  void blank(int start, int end) {
    if (start >= units.length && open > 0) {
      open--;
    }
    int last = Math.min(end, units.length);
    if (start < last) {
      Arrays.fill(units, start, last, ' ');
    }
  }

  void set(int place, char sign) {
    units[place] = sign;
  }

  /// Has so many brackets closed at the end.
  void close(int brackets) {
    open = brackets;
  }

  /// Blanks all that could be a sign of the language.
  void keepWords() {
    open = 0;
    for (int i = 0; i < units.length; i++) {
      boolean isSign = units[i] < 128 && !Character.isLetterOrDigit(units[i]);
      units[i] = isSign ? ' ' : units[i];
    }
    String words = new String(units).replaceAll("\\b(AND|OR|NOT)\\b", "   ");
    for (int i = 0; i < units.length; i++) {
      units[i] = words.charAt(i);
    }
  }

  /// Where a unit stands in code points of the query.
  int point(int place) {
    return typed.codePointCount(0, Math.min(place, typed.length()));
  }

  /// Where the query ends in code points.
  int end() {
    return point(typed.length());
  }

  /// The field that is written right before a value or a group; null when there is none.
  @Nullable Prefix prefixBefore(int place) {
    int colon = beforeSpace(place);
    return at(colon) == ':' || at(colon) == '=' ? nameBefore(colon) : null;
  }

  /// The name that ends before a place, white space left aside.
  Prefix nameBefore(int place) {
    int end = Math.max(0, beforeSpace(place) + 1);
    int start = end;
    while (start > 0 && isInName(start - 1)) {
      start--;
    }
    while (start < end && at(start) == '-') { // a sign of what the field belongs to
      start++;
    }
    return new Prefix(between(start, end).replace("\\", ""), start, end);
  }

  private boolean isInName(int place) {
    char unit = units[place];
    boolean isEscaped = at(place - 1) == '\\';
    return isEscaped || (!Character.isWhitespace(unit) && "()\"+!:=<>".indexOf(unit) < 0);
  }

  /// The last place before this one without white space; -1 when there is none.
  int beforeSpace(int place) {
    int before = place - 1;
    while (before >= 0 && Character.isWhitespace(units[before])) {
      before--;
    }
    return before;
  }
}
