package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Writes a line of JSON for each request that was answered. Safe for use by many threads.
///
/// Format: one object a line with `time` (RFC 3339), `id` (the answer's `X-Request-Id`), `method`,
/// `route` (the address's template), `path` (without query), `status`, `bytes` (of the body, as
/// sent), `millis`, `client` and `user_agent`. Neither query strings nor bodies are ever written:
/// what people search for is theirs.
///
/// The file is appended to and stays open, so it is rotated by copy and truncation. A line that
/// cannot be written is lost; the request is not.
public final class AccessLog implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  /// Longer paths and names of browsers are cut there.
  static final int TEXT_MAX = 1000;

  private final String name;
  private final Writer out;
  private final Clock clock;
  private final JsonMapper json = SearchAnswer.mapper();
  private boolean isFailing;

  private AccessLog(String name, Writer out, Clock clock) {
    this.name = name;
    this.out = out;
    this.clock = clock;
  }

  /// Appends to a file, which is made where there is none.
  public static AccessLog in(Path file, Clock clock) throws IOException {
    return new AccessLog(
        file.toString(),
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
        clock);
  }

  /// @param out closed with this
  public static AccessLog to(Writer out, Clock clock) {
    return new AccessLog("the access log", out, clock);
  }

  /// @param path null when the request had none that could be read
  record Entry(
      String id,
      String method,
      String route,
      @Nullable String path,
      int status,
      long bytes,
      Duration took,
      String client,
      @Nullable String userAgent) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(
      String time,
      String id,
      String method,
      String route,
      @Nullable String path,
      int status,
      long bytes,
      double millis,
      String client,
      @Nullable String userAgent) {}

  void write(Entry entry) {
    var line =
        new Line(
            clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
            entry.id,
            shortened(entry.method),
            entry.route,
            entry.path == null ? null : shortened(entry.path),
            entry.status,
            entry.bytes,
            Math.round(entry.took.toNanos() / 1e4) / 100.0,
            entry.client,
            entry.userAgent == null ? null : shortened(entry.userAgent));
    append(json.writeValueAsString(line) + "\n");
  }

  private static String shortened(String text) {
    return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
  }

  private synchronized void append(String line) {
    try {
      out.write(line);
      out.flush();
      isFailing = false;
    } catch (IOException e) {
      if (!isFailing) { // one line until it works again
        isFailing = true;
        LOG.warn(
            "cannot write to {}: {}. Requests are answered, but not logged. Free some space, or"
                + " check its folder.",
            name,
            e.getMessage());
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
