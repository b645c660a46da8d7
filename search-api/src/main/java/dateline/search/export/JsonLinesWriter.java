package dateline.search.export;

import dateline.search.engine.Hit;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An object for each article, with the names of its columns.
final class JsonLinesWriter implements RecordWriter {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Writer out;
  private final List<Column> columns;

  JsonLinesWriter(Writer out, List<Column> columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void write(ExportRecord exported) throws IOException {
    var object = new LinkedHashMap<String, @Nullable Object>();
    for (Column column : columns) {
      object.put(column.label(), json(column.value(exported)));
    }
    out.write(JSON.writeValueAsString(object) + "\n");
  }

  @Override
  public void fail(String reason) throws IOException {
    out.write(JSON.writeValueAsString(Map.of("error", reason)) + "\n");
  }

  private static @Nullable Object json(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(JsonLinesWriter::labelled).toList()
        : value;
  }

  private static Object labelled(Object value) {
    if (value instanceof Hit.Label label) {
      var object = new LinkedHashMap<String, String>();
      object.put("id", label.id());
      object.put("label", label.label());
      return object;
    }
    return value;
  }
}
