package dateline.corpus.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One line of a tab-separated file. Its accessors throw `IllegalArgumentException` with a reason
/// that completes the sentence _left out, …_.
record Row(List<String> cells) {

  static Row of(String line) {
    var cells = new ArrayList<String>();
    for (String cell : line.split("\t", -1)) {
      cells.add(cell.strip());
    }
    return new Row(cells);
  }

  /// Empty when the line ends before it.
  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  boolean isBlank(int column) {
    return cell(column).isEmpty();
  }

  String required(int column, String name) {
    if (isBlank(column)) {
      throw new IllegalArgumentException("column '" + name + "' is empty");
    }
    return cell(column);
  }

  double decimal(int column) {
    try {
      return Double.parseDouble(cell(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + cell(column) + "' is not a number", e);
    }
  }

  List<String> list(int column, String separator) {
    var parts = new ArrayList<String>();
    for (String part : cell(column).split(separator)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  <E extends Enum<E>> E oneOf(int column, Class<E> type) {
    return constant(cell(column), type);
  }

  static <E extends Enum<E>> E constant(String word, Class<E> type) {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + word + "' is not one of " + List.of(type.getEnumConstants()), e);
    }
  }
}
