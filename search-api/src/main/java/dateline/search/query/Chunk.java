package dateline.search.query;

import static dateline.search.query.Signs.isBreak;
import static dateline.search.query.Signs.isCurrency;
import static dateline.search.query.Signs.isLetter;
import static dateline.search.query.Signs.isMark;
import static dateline.search.query.Signs.isQuote;
import static dateline.search.query.Signs.isSpace;

import java.util.Arrays;
import java.util.BitSet;

/// A run of characters without white space, quotation marks, round brackets or long dashes, its
/// escapes resolved.
///
/// Its word is the run without the punctuation at its edges. Signs that belong to a word stay:
/// `$5`, `3.5%`, `C++`, `.NET`, the last point of `U.S.`; all signs inside stay.
final class Chunk {
  private final int[] characters;
  private final int[] positions;
  private final BitSet escaped;
  private final int end;

  private Chunk(int[] characters, int[] positions, BitSet escaped, int end) {
    this.characters = characters;
    this.positions = positions;
    this.escaped = escaped;
    this.end = end;
  }

  /// Reads the chunk that starts at `start`; an empty one when a break stands there.
  static Chunk at(int start, int[] text) {
    int[] characters = new int[endOf(start, text) - start];
    int[] positions = new int[characters.length];
    var escaped = new BitSet();
    int length = 0;
    int at = start;
    while (at - start < characters.length) {
      if (text[at] == '\\') {
        at++;
        if (at - start == characters.length) {
          break; // a backslash at the very end of the query escapes nothing
        }
        escaped.set(length);
      }
      characters[length] = text[at];
      positions[length] = at;
      length++;
      at++;
    }
    return new Chunk(
        Arrays.copyOf(characters, length),
        Arrays.copyOf(positions, length),
        escaped,
        start + characters.length);
  }

  private static int endOf(int start, int[] text) {
    int at = start;
    while (at < text.length && !endsAt(at, text)) {
      at += text[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length);
  }

  private static boolean endsAt(int at, int[] text) {
    int character = text[at];
    boolean isDoubled = at + 1 < text.length && text[at + 1] == character;
    return isSpace(character)
        || isQuote(character)
        || isBreak(character)
        || character == '('
        || character == ')'
        || (isDoubled && (character == '-' || character == '.'));
  }

  /// Where the query goes on.
  int end() {
    return end;
  }

  int length() {
    return characters.length;
  }

  boolean hasEscapes() {
    return !escaped.isEmpty();
  }

  /// Where in the query the character stands.
  int position(int index) {
    return positions[index];
  }

  /// Where the first sign of this kind stands that is not escaped; -1 when there is none.
  int indexOf(int sign) {
    for (int index = 0; index < characters.length; index++) {
      if (is(index, sign)) {
        return index;
      }
    }
    return -1;
  }

  /// Whether this sign, not escaped, stands there.
  boolean is(int index, int sign) {
    return index >= 0
        && index < characters.length
        && characters[index] == sign
        && !escaped.get(index);
  }

  String text(int from, int to) {
    return new String(characters, from, to - from);
  }

  String text() {
    return text(0, characters.length);
  }

  /// Where the word starts; [#length] when there is none.
  int wordStart() {
    int index = 0;
    while (index < characters.length && !mayStart(index)) {
      index++;
    }
    return hasLetter(index) ? index : characters.length;
  }

  /// Where the word ends, exclusive.
  int wordEnd() {
    int start = wordStart();
    int index = characters.length;
    while (index > start && !mayEnd(start, index - 1)) {
      index--;
    }
    return index;
  }

  private boolean hasLetter(int from) {
    for (int index = from; index < characters.length; index++) {
      int character = characters[index];
      if (isLetter(character) || (escaped.get(index) && !isSpace(character))) {
        return true;
      }
    }
    return false;
  }

  private boolean mayStart(int index) {
    int character = characters[index];
    return escaped.get(index)
        || isLetter(character)
        || isCurrency(character)
        || character == '#'
        || character == '@'
        || (character == '.' && index + 1 < characters.length && isLetter(characters[index + 1]));
  }

  private boolean mayEnd(int start, int index) {
    int character = characters[index];
    if (escaped.get(index) || isLetter(character) || isMark(character) || isCurrency(character)) {
      return true;
    }
    return switch (character) {
      case '%', '‰' -> true;
      case '+', '#' -> index > start && (isLetter(characters[index - 1]) || is(index - 1, '+'));
      case '.' -> index > start && text(start, index).indexOf('.') > 0;
      default -> false;
    };
  }
}
