package dateline.corpus.read;

/// Where in a delivery something was read.
///
/// @param file as an operator finds it: the given path, and below a given folder the way to the
///   file
/// @param line counted from 1; the first line of a record of several lines; 0 for the whole file
public record Place(String file, long line) {
  public static Place whole(String file) {
    return new Place(file, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
