package dateline.search.export;

import dateline.search.engine.Hit;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// RFC 4180. Several values of a cell are separated by semicolons; an apostrophe before `=`, `+`,
/// `-` and `@` keeps spreadsheets from running what an article begins with.
final class CsvWriter implements RecordWriter {
  private static final String END = "\r\n";

  private final Writer out;
  private final List<Column> columns;

  CsvWriter(Writer out, List<Column> columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void begin() throws IOException {
    out.write(columns.stream().map(Column::label).collect(Collectors.joining(",")) + END);
  }

  @Override
  public void write(ExportRecord exported) throws IOException {
    String line =
        columns.stream()
            .map(column -> cell(column.value(exported)))
            .collect(Collectors.joining(","));
    out.write(line + END);
  }

  @Override
  public void fail(String reason) throws IOException {
    out.write(quoted("ERROR: " + reason) + END);
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number.toString();
      case List<?> list ->
          quoted(list.stream().map(CsvWriter::label).collect(Collectors.joining("; ")));
      default -> quoted(value.toString());
    };
  }

  private static String label(Object value) {
    return value instanceof Hit.Label label ? label.label() : value.toString();
  }

  private static String quoted(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean needsQuotes = safe.chars().anyMatch(sign -> ",\"\r\n".indexOf(sign) >= 0);
    return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
