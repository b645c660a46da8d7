package dateline.corpus.gazetteer;

/// A line of a gazetteer file, or a whole file, that was left out.
///
/// @param file its name or path
/// @param line counted from 1; 0 for the file
public record GazetteerProblem(String file, int line, String reason) {
  @Override
  public String toString() {
    return file + (line == 0 ? "" : ":" + line) + ": left out, " + reason;
  }
}
