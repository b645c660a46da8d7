package dateline.index.night;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Set;

/// Where the judge draws its lines. Read from `judge.conf` in the archive's home; what the file
/// leaves out has its default. [Setting] has the unit, the range and the reason of each, and
/// [#writeDefault] writes them all down.
///
/// Format of the file: one `key = value` on a line, in UTF-8. Empty lines and lines that start with
/// `#` are passed over. A key stands once.
///
/// @param zone of the newsrooms: which weekday and which holiday a night belongs to
/// @param ended sources that stopped for good: their silence is no reason
public record Thresholds(
    ZoneId zone,
    Holidays holidays,
    Set<String> ended,
    Rejects rejects,
    Gone gone,
    Replaced replaced,
    Volume volume,
    Shares shares,
    Panel panel) {
  public static final String FILE = "judge.conf";

  public Thresholds {
    ended = Set.copyOf(ended);
  }

  /// A night is refused when both are passed, or half of the share where the number is [much of the
  /// archive][Judge].
  ///
  /// @param share of the records that the run met, 0 to 1
  /// @param count of records
  public record Rejects(double share, long count) {}

  /// @param absent share of the live articles that a complete delivery may lack, 0 to 1
  /// @param share of the live articles that may go for any reason, 0 to 1
  /// @param count of articles that may always go
  public record Gone(double absent, double share, long count) {}

  /// A night is refused when both are passed.
  ///
  /// @param share of the live articles that may be replaced, 0 to 1
  /// @param count of articles
  public record Replaced(double share, long count) {}

  /// @param fall refuse at this share of the expected articles or less, 0 to 1
  /// @param fallFrom articles a night from which `fall` holds; smaller sources are judged by chance
  /// @param jump refuse above this multiple of the expected articles, at least 1
  /// @param jumpCount articles above the expected ones that are always fine
  /// @param archive refuse when a source brings this share of the archive more than expected
  public record Volume(double fall, long fallFrom, double jump, long jumpCount, double archive) {}

  /// How shares of a source, such as articles without a byline, may differ from its past.
  ///
  /// @param margin by which the share itself may wander from night to night, 0 to 1
  /// @param chance below which a count is no accident, 0 to 1
  /// @param count of articles too many that are fine unless they are `archive`
  /// @param archive refuse when this share of the archive is hit, in one source or over all
  public record Shares(double margin, double chance, long count, double archive) {}

  /// @param ranks share of searches whose best articles may change without a cause, 0 to 1
  /// @param otherAnalysis the same for totals and best articles, when analysis or names changed
  /// @param vanished share of searches that may find less than half as much then
  public record Panel(double ranks, double otherAnalysis, double vanished) {}

  public static Thresholds defaults() {
    return ThresholdsFile.defaults();
  }

  /// @param home the archive's folder; without a `judge.conf` the defaults hold
  /// @throws IOException that names file, line and remedy when the file says something impossible
  public static Thresholds ofHome(Path home) throws IOException {
    Path file = home.resolve(FILE);
    return Files.exists(file)
        ? ThresholdsFile.read(file, Files.readString(file))
        : ThresholdsFile.defaults();
  }

  /// Writes `judge.conf` with every key, its default and its reason. Where there is one, it stays.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException when there is one
  public static void writeDefault(Path home) throws IOException {
    Files.writeString(
        home.resolve(FILE),
        ThresholdsFile.commented(),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE_NEW);
  }
}
