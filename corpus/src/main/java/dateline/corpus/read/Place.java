package dateline.corpus.read;

/// Where in a delivery something was read.
///
/// @param file as an operator finds it: the given path, and below a given folder the way to the
///   file
/// @param line counted from 1; the first line of a record of several lines; 0 for the whole file
/// @param item counted from 1, where the file is one list, perhaps on one line; else 0
public record Place(String file, long line, long item) {
  public Place(String file, long line) {
    this(file, line, 0);
  }

  public static Place whole(String file) {
    return new Place(file, 0);
  }

  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line;
    return item == 0 ? place : place + " (article " + item + ")";
  }
}
