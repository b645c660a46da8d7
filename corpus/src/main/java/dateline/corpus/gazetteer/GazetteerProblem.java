package dateline.corpus.gazetteer;

/// A line of a gazetteer file that was left out.
///
/// @param file its name or path
/// @param line counted from 1
public record GazetteerProblem(String file, int line, String reason) {
  @Override
  public String toString() {
    return file + ":" + line + ": left out, " + reason;
  }
}
