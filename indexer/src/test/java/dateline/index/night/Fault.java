package dateline.index.night;

import java.util.List;

/// What goes wrong with a night, each in sizes: shares of a source's articles of the night, or of
/// the archive. The size of a flood is a multiple of what the source is expected to bring.
enum Fault {
  /// A share of a source's articles does not come.
  SOURCE_MISSING,
  /// A share of all records cannot be read.
  REJECTED,
  /// A share of a source's articles comes days off, from a day to a year.
  DATES_SHIFTED,
  /// A share of a source's articles lacks a field.
  FIELD_EMPTY,
  /// A share of all new articles lacks a field.
  FIELD_EMPTY_EVERYWHERE,
  /// A share of the archive comes once more with another day.
  ARCHIVE_SHIFTED,
  /// A share of the archive comes once more without a field.
  ARCHIVE_FIELD_EMPTY,
  /// The text of a share of the archive is not analysed.
  ANALYZER_ARTICLES,
  /// A share of the words is analysed as nothing.
  ANALYZER_WORDS,
  /// The text of a share of the new articles is not analysed.
  ANALYZER_NEW,
  /// A complete delivery lacks a share of the archive.
  ABSENT,
  /// A share of the archive is gone without a reason.
  LOST,
  /// A publisher withdraws a share of the archive.
  WITHDRAWN,
  /// A source brings so many times the expected articles.
  FLOOD;

  List<Double> sizes() {
    return switch (this) {
      case SOURCE_MISSING -> List.of(0.25, 0.5, 0.75, 1.0);
      case REJECTED -> List.of(0.05, 0.2, 0.5, 1.0);
      case DATES_SHIFTED, FIELD_EMPTY -> List.of(0.1, 0.25, 0.5, 1.0);
      case FIELD_EMPTY_EVERYWHERE -> List.of(0.05, 0.1, 0.25, 1.0);
      case ARCHIVE_SHIFTED, ARCHIVE_FIELD_EMPTY, ANALYZER_ARTICLES, ABSENT, WITHDRAWN ->
          List.of(0.01, 0.02, 0.05, 0.2);
      case ANALYZER_WORDS -> List.of(0.01, 0.05, 0.2, 1.0);
      case ANALYZER_NEW -> List.of(0.5, 1.0);
      case LOST -> List.of(0.0001, 0.01, 0.05, 0.2);
      case FLOOD -> List.of(2.0, 3.0, 5.0, 10.0);
    };
  }
}
