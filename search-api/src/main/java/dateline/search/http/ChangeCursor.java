package dateline.search.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.search.engine.Change.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Where the list of changes goes on. Belongs to no generation and holds for ever.
///
/// Written as `p` and, in URL-safe base64, a checksum, the time from which on changes are wanted
/// (empty for any), and the place of the last one that was told, one below the other.
///
/// @param from null for any time
record ChangeCursor(Place after, @Nullable Instant from) {
  private static final String SIGN = "p";
  private static final int FIELDS = 3;

  String text() {
    String fields =
        (from == null ? "" : from.toString()) + "\n" + after.number() + "\n" + after.id();
    return SIGN
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((checksum(fields) + "\n" + fields).getBytes(UTF_8));
  }

  /// Empty for what was not given here, or is cut.
  static Optional<ChangeCursor> read(String text) {
    try {
      if (!text.startsWith(SIGN)) {
        return Optional.empty();
      }
      String whole = new String(Base64.getUrlDecoder().decode(text.substring(1)), UTF_8);
      int end = whole.indexOf('\n');
      String[] fields = whole.substring(end + 1).split("\n", FIELDS);
      if (end < 0
          || fields.length < FIELDS
          || !whole.substring(0, end).equals(checksum(whole.substring(end + 1)))) {
        return Optional.empty();
      }
      return Optional.of(
          new ChangeCursor(
              new Place(Long.parseLong(fields[1]), fields[2]),
              fields[0].isEmpty() ? null : Instant.parse(fields[0])));
    } catch (IllegalArgumentException | DateTimeException _) { // not ours
      return Optional.empty();
    }
  }

  private static String checksum(String fields) {
    var checksum = new CRC32C();
    checksum.update(fields.getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", checksum.getValue());
  }
}
