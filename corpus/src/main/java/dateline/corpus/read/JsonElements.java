package dateline.corpus.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Cuts a JSON list into its elements by their braces, each in bounded memory, without reading what
/// is in them: so that one broken element does not take the others with it.
///
/// A comma too many or too few between elements is let through. Where a broken element has lost a
/// quotation mark or a brace, the next one is found again if it begins a line, at the indentation
/// of the list's first element, where JSON allows no object: inside a string, or behind a comma
/// between the element's fields.
final class JsonElements {
  /// What an element, or the list, was ended by.
  enum End {
    /// Its last brace, or for plain values the comma behind it.
    ITS_OWN,
    /// The next element, so that it is broken.
    THE_NEXT,
    /// The end of the file.
    THE_FILE
  }

  private final Source source;
  private final int lengthMax;
  private final ByteArrayOutputStream element = new ByteArrayOutputStream();
  private long index;
  private long line;
  private boolean isTooLong;
  private End end = End.ITS_OWN;
  private int firstIndent = -1;
  private boolean isListOver;

  /// @param content behind the list's opening bracket
  /// @param line in which that bracket stands
  /// @param column bytes before `content` in that line
  /// @param lengthMax bytes of an element that are kept; the rest of a longer one is skipped
  JsonElements(InputStream content, long line, int column, int lengthMax) {
    this.source = new Source(content, line, column);
    this.lengthMax = lengthMax;
  }

  /// Goes to the next element; false behind the last one.
  boolean advance() throws IOException {
    element.reset();
    isTooLong = false;
    if (isListOver) {
      return false;
    }
    int first = source.next();
    while (isSpace(first) || first == ',') {
      first = source.next();
    }
    line = source.line;
    if (first < 0 || first == ']') {
      isListOver = true;
      end = first < 0 ? End.THE_FILE : End.ITS_OWN;
      return false;
    }
    index++;
    if (firstIndent < 0 && first == '{' && source.isFirstOfLine) {
      firstIndent = source.column;
    }
    end = first == '{' || first == '[' ? cutAtBraces(first) : cutAtComma(first);
    return true;
  }

  /// Counted from 1.
  long index() {
    return index;
  }

  /// Where the element begins, or, behind the last element, where the list ends.
  long line() {
    return line;
  }

  byte[] bytes() {
    return element.toByteArray();
  }

  boolean isTooLong() {
    return isTooLong;
  }

  /// What ended the element, or, behind the last element, the list.
  End end() {
    return end;
  }

  /// Goes behind the object whose field the list is.
  void leaveObject() throws IOException {
    firstIndent = -1;
    cutAtBraces('{');
    element.reset();
  }

  /// What follows, up to `bytesMax`, without outer white space; null for nothing.
  byte @Nullable [] rest(int bytesMax) throws IOException {
    int first = source.next();
    while (isSpace(first)) {
      first = source.next();
    }
    line = source.line;
    for (int unit = first; unit >= 0 && element.size() < bytesMax; unit = source.next()) {
      element.write(unit);
    }
    return first < 0 ? null : element.toByteArray();
  }

  private End cutAtBraces(int open) throws IOException {
    int close = open == '{' ? '}' : ']';
    keep(open);
    boolean isInString = false;
    int depth = 1;
    int lists = 0; // open ones among the element's own fields
    int before = open; // the last unit that is no space
    while (depth > 0) {
      int unit = source.next();
      if (unit < 0) {
        return End.THE_FILE;
      }
      boolean isBetweenFields = open == '{' && depth == 1 && lists == 0 && before == ',';
      if (unit == '{'
          && (isInString || isBetweenFields)
          && source.isFirstOfLine
          && source.column == firstIndent) {
        source.again();
        return End.THE_NEXT;
      }
      keep(unit);
      if (isInString) {
        if (unit == '\\') {
          int escaped = source.next();
          if (escaped >= 0) {
            keep(escaped);
          }
        } else if (unit == '"') {
          isInString = false;
        }
      } else if (unit == '"') {
        isInString = true;
      } else if (unit == open) {
        depth++;
      } else if (unit == close) {
        depth--;
      } else if (depth == 1 && (unit == '[' || unit == ']')) {
        lists += unit == '[' ? 1 : -1;
      }
      if (!isSpace(unit)) {
        before = unit;
      }
    }
    return End.ITS_OWN;
  }

  /// A text, a number, a word: no article.
  private End cutAtComma(int first) throws IOException {
    boolean isInString = false;
    for (int unit = first; unit >= 0; unit = source.next()) {
      if (!isInString && (unit == ',' || unit == ']' || unit == '{')) {
        source.again();
        return End.ITS_OWN;
      }
      isInString ^= unit == '"';
      keep(unit);
    }
    return End.THE_FILE;
  }

  private void keep(int unit) {
    if (element.size() < lengthMax) {
      element.write(unit);
    } else {
      isTooLong = true;
    }
  }

  private static boolean isSpace(int unit) {
    return unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t';
  }

  /// Bytes one by one, with their places.
  private static final class Source {
    private final InputStream content;
    private final byte[] chunk = new byte[1 << 16];
    private int position;
    private int filled;
    private long line;

    /// Of the present byte, counted from 0.
    private int column;

    private boolean isFirstOfLine;
    private boolean isLineBlank; // up to the present byte
    private int present = ' ';

    private Source(InputStream content, long line, int column) {
      this.content = content;
      this.line = line;
      this.column = column - 1;
    }

    int next() throws IOException {
      if (position == filled && !fill()) {
        return -1;
      }
      if (present == '\n') {
        line++;
        column = -1;
        isLineBlank = true;
      }
      present = chunk[position++] & 0xFF;
      column++;
      isFirstOfLine = isLineBlank && !isSpace(present);
      isLineBlank &= isSpace(present);
      return present;
    }

    /// Gives the present byte, which is no line end, once more.
    void again() {
      position--;
      column--;
      isLineBlank = isFirstOfLine;
      present = ' ';
    }

    private boolean fill() throws IOException {
      position = 0;
      filled = 0; // stays so when the read fails
      filled = Math.max(content.read(chunk), 0);
      return filled > 0;
    }
  }
}
