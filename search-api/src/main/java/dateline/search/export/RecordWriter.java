package dateline.search.export;

import java.io.IOException;

/// Writes the records of one export in one format.
sealed interface RecordWriter permits CsvWriter, JsonLinesWriter, RisWriter, BibWriter {
  /// What comes before the first record.
  default void begin() throws IOException {}

  void write(ExportRecord exported) throws IOException;

  /// Says in the file that it is not whole.
  ///
  /// @param reason one sentence
  void fail(String reason) throws IOException;
}
