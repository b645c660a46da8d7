package dateline.search.oai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.search.engine.Change.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A list that a harvester fetches, and how far it has come.
///
/// As a token: the fields one below the other, a checksum of them behind, in URL-safe base64. It
/// holds all that goes on with the list, so the server remembers nothing and the token never
/// expires. The checksum finds tokens that were cut or mixed up; whoever makes one up gets what he
/// could have asked for anyway.
///
/// @param after the place of the last record that was told
/// @param told how many were
record Harvest(
    @Nullable Instant from, @Nullable Instant until, @Nullable String set, Place after, long told) {
  private static final String SEPARATOR = "\n";
  private static final int FIELDS = 6;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern SECOND =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

  static Harvest of(OaiArguments arguments) throws OaiProblem {
    String from = arguments.get(OaiArguments.FROM);
    String until = arguments.get(OaiArguments.UNTIL);
    if (from != null && until != null && from.length() != until.length()) {
      throw OaiProblem.badArgument("from and until are both days, or both times to the second.");
    }
    Instant first = from == null ? null : time(OaiArguments.FROM, from, LocalTime.MIN);
    Instant last = until == null ? null : time(OaiArguments.UNTIL, until, LocalTime.of(23, 59, 59));
    if (first != null && last != null && first.isAfter(last)) {
      throw OaiProblem.badArgument("from lies behind until; change the two.");
    }
    return new Harvest(first, last, arguments.get(OaiArguments.SET), Place.START, 0);
  }

  private static Instant time(String name, String given, LocalTime ofDay) throws OaiProblem {
    try {
      if (DAY.matcher(given).matches()) {
        return LocalDate.parse(given).atTime(ofDay).toInstant(ZoneOffset.UTC);
      }
      if (SECOND.matcher(given).matches()) {
        return Instant.parse(given);
      }
    } catch (DateTimeException _) { // told below
    }
    throw OaiProblem.badArgument(
        "'%s' is no time for %s; write it as 2026-11-23 or 2026-11-23T12:00:00Z."
            .formatted(given, name));
  }

  Harvest behind(Place place, int more) {
    return new Harvest(from, until, set, place, told + more);
  }

  String token() {
    String fields =
        String.join(
            SEPARATOR,
            from == null ? "" : from.toString(),
            until == null ? "" : until.toString(),
            set == null ? "" : set,
            Long.toString(told),
            Long.toString(after.number()),
            after.id());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((checksum(fields) + SEPARATOR + fields).getBytes(UTF_8));
  }

  static Harvest read(String token) throws OaiProblem {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
      int end = text.indexOf(SEPARATOR);
      String fields = text.substring(end + 1);
      String[] parts = fields.split(SEPARATOR, FIELDS);
      if (end > 0 && text.substring(0, end).equals(checksum(fields)) && parts.length == FIELDS) {
        return new Harvest(
            parts[0].isEmpty()
                ? null
                : DateTimeFormatter.ISO_INSTANT.parse(parts[0], Instant::from),
            parts[1].isEmpty()
                ? null
                : DateTimeFormatter.ISO_INSTANT.parse(parts[1], Instant::from),
            parts[2].isEmpty() ? null : parts[2],
            new Place(Long.parseLong(parts[4]), parts[5]),
            Long.parseLong(parts[3]));
      }
    } catch (IllegalArgumentException | DateTimeException _) { // told below
    }
    throw new OaiProblem(
        "badResumptionToken", "This token was not given here, or not all of it has come back.");
  }

  private static String checksum(String fields) {
    var checksum = new CRC32C();
    checksum.update(fields.getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", checksum.getValue());
  }
}
