package dateline.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads JSON Lines: one article a line as a JSON object in UTF-8. Blank lines are skipped. A line
/// that cannot be read is rejected and the next one is tried. [JsonField] lists the fields.
final class JsonLinesReader implements ArticleReader {
  /// 16 MiB: the longest line that is read. The longest articles known are well below one.
  static final int LINE_BYTES_MAX = 16 << 20;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Override
  public void read(InputStream content, String file, Consumer<Reading> readings)
      throws IOException {
    var lines = new Lines(content, LINE_BYTES_MAX);
    while (lines.advance()) {
      var where = new Place(file, lines.number());
      byte[] bytes = lines.bytes();
      if (lines.isTooLong()) {
        readings.accept(
            new Reading.Rejected(
                where, "the line is longer than 16 MiB; each line holds one article", bytes));
      } else if (!isBlank(bytes)) {
        readings.accept(read(where, bytes, "line"));
      }
    }
  }

  /// Reads one record.
  ///
  /// @param piece what the file calls it, for messages
  static Reading read(Place where, byte[] bytes, String piece) {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    String line;
    try {
      line = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
    } catch (CharacterCodingException e) {
      return new Reading.Rejected(where, notUtf8(bytes, input.position(), piece), bytes);
    }
    if (line.startsWith(BYTE_ORDER_MARK)) {
      line = line.substring(1); // left by files that were joined
    }
    return switch (JsonLine.parse(line, piece, where.line())) {
      case JsonLine.Broken(var reason) -> new Reading.Rejected(where, reason, bytes);
      case JsonLine.Fields fields -> JsonArticle.read(where, fields, bytes);
    };
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte unit : bytes) {
      if (unit != ' ' && unit != '\t') {
        return false;
      }
    }
    return true;
  }

  /// In UTF-8 a character beyond ASCII has at least two bytes beyond ASCII; one alone is a letter
  /// of an eight-bit charset, of which Windows-1252 is by far the most frequent.
  private static String notUtf8(byte[] bytes, int at, String piece) {
    String found = String.format(Locale.ROOT, "not UTF-8: 0x%02X at byte %d", bytes[at], at + 1);
    boolean isAlone = at + 1 == bytes.length || bytes[at + 1] >= 0;
    String letter = new String(bytes, at, 1, WINDOWS_1252);
    return isAlone && !letter.equals("\uFFFD")
        ? found
            + (" looks like Windows-1252 (‹" + letter + "›);")
            + " convert the file with: iconv -f WINDOWS-1252 -t UTF-8"
        : found + "; the " + piece + " is damaged or in another charset";
  }
}
