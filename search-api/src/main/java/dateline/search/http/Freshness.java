package dateline.search.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.search.engine.SearchEngine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gives answers that depend on the state of the engine a strong entity tag (RFC 9110, 8.8.3), and
/// answers 304 without searching when the client holds that very state.
///
/// A tag stands for the program, the generation and the editors' repairs, the address, and the day
/// where the address holds a relative date: all that an answer depends on.
///
/// A list that goes on by a cursor may be answered by an older generation than the live one, or not
/// at all any more; so such an answer is made first, and its tag stands for its own bytes.
final class Freshness {
  private static final int TAG_BYTES = 12;
  private static final String CURSOR = "cursor";

  /// `-7d`, `-3m`, `-1y`, as in `from=-7d` and `published:[-1y TO *]`.
  private static final Pattern RELATIVE_DATE = Pattern.compile("-\\d+[dmyDMY]");

  private final SearchEngine engine;
  private final String program;
  private final Clock clock;

  /// @param program changes whenever equal states may give other bytes
  Freshness(SearchEngine engine, String program, Clock clock) {
    this.engine = engine;
    this.program = program;
    this.clock = clock;
  }

  Handler tagging(Handler handler) {
    return context -> {
      if (context.queryParam(CURSOR) != null) {
        handler.handle(context);
        tagContent(context);
        return;
      }
      String state = state();
      if (state == null) {
        handler.handle(context);
        return;
      }
      String tag = tag(state, context);
      if (isHeld(tag, context.header("If-None-Match"))) {
        context.header("ETag", tag).status(HttpStatus.NOT_MODIFIED);
        return;
      }
      handler.handle(context);
      // a swap in between may have given the answer to either generation
      if (state.equals(state()) && context.status() == HttpStatus.OK) {
        context.header("ETag", tag);
      }
    };
  }

  /// For answers that depend on more than the state of the engine: the tag stands for their bytes.
  Handler taggingContent(Handler handler) {
    return context -> {
      handler.handle(context);
      tagContent(context);
    };
  }

  private void tagContent(Context context) throws IOException {
    InputStream result = context.resultInputStream();
    if (context.status() != HttpStatus.OK || result == null) {
      return;
    }
    byte[] bytes = result.readAllBytes();
    String tag = tag(bytes);
    context.header("ETag", tag);
    if (isHeld(tag, context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED).result(new byte[0]);
    } else {
      context.result(bytes);
    }
  }

  private @Nullable String state() throws IOException {
    try {
      return engine.status().state();
    } catch (SearchEngine.NoGeneration _) { // the handler tells it
      return null;
    }
  }

  private String tag(String state, Context context) {
    String query = context.queryString() == null ? "" : context.queryString();
    List<String> parts =
        List.of(program, state, context.req().getRequestURI(), query, day(query, context));
    return tag(String.join("\n", parts).getBytes(UTF_8));
  }

  private static String tag(byte[] of) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(of);
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String day(String query, Context context) {
    if (!RELATIVE_DATE.matcher(decoded(query)).find()) {
      return "";
    }
    return LocalDate.ofInstant(clock.instant(), zone(context.queryParam("tz"))).toString();
  }

  private static String decoded(String query) {
    try {
      return URLDecoder.decode(query, UTF_8);
    } catch (IllegalArgumentException _) { // stray per cent signs hide no date that is read
      return query;
    }
  }

  private static ZoneId zone(@Nullable String name) {
    try {
      return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException _) { // refused, or read as UTC
      return ZoneOffset.UTC;
    }
  }

  /// Compares weakly, as RFC 9110, 13.1.2 asks; Jetty has removed its own mark of compression.
  private static boolean isHeld(String tag, @Nullable String held) {
    return held != null
        && Arrays.stream(held.split(","))
            .map(one -> one.strip().replaceFirst("^W/", ""))
            .anyMatch(tag::equals);
  }
}
