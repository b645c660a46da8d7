package dateline.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Reads a JSON list of articles, or an object that holds one beside other fields, such as
/// `{"articles": […]}`. [JsonField] lists the fields of an article.
///
/// The list is never held as a whole. An element that cannot be read is rejected with its number
/// and line, and the next one is tried as [JsonElements] finds it.
final class JsonListReader implements ArticleReader {
  /// 16 MiB, as for a line of JSON Lines.
  static final int ARTICLE_BYTES_MAX = JsonLinesReader.LINE_BYTES_MAX;

  private static final String PIECE = "element";

  private final JsonListStart start;

  JsonListReader(JsonListStart start) {
    this.start = start;
  }

  @Override
  public void read(InputStream content, String file, Consumer<Reading> readings)
      throws IOException {
    content.skipNBytes(start.bytesBefore());
    var elements = new JsonElements(content, start.line(), start.column() + 1, ARTICLE_BYTES_MAX);
    boolean isCut = false;
    while (elements.advance()) {
      isCut = elements.end() == JsonElements.End.THE_FILE;
      var where = new Place(file, elements.line(), elements.index());
      readings.accept(read(where, elements));
    }
    if (elements.end() == JsonElements.End.THE_FILE) {
      if (!isCut) { // else the last article tells of it
        String reason = "the file ends before the list does. Was it cut off?";
        readings.accept(
            new Reading.Rejected(new Place(file, elements.line()), reason, new byte[0]));
      }
      return;
    }
    if (elements.index() == 0) {
      readings.accept(
          new Reading.Rejected(Place.whole(file), "the list holds no article", new byte[0]));
    }
    rejectRest(elements, file, readings);
  }

  private static Reading read(Place where, JsonElements elements) {
    byte[] bytes = elements.bytes();
    if (elements.isTooLong()) {
      String reason = "the element is longer than 16 MiB; each element holds one article";
      return new Reading.Rejected(where, reason, bytes);
    }
    Reading reading = JsonLinesReader.read(where, bytes, PIECE);
    if (elements.end() == JsonElements.End.THE_NEXT && reading instanceof Reading.Rejected) {
      String reason =
          "the element has lost a quotation mark or its closing brace before the next one begins";
      return new Reading.Rejected(where, reason, bytes);
    }
    return reading;
  }

  /// The object around the list may go on; behind it nothing is expected.
  private void rejectRest(JsonElements elements, String file, Consumer<Reading> readings)
      throws IOException {
    if (start.isInObject()) {
      elements.leaveObject();
    }
    byte[] rest = elements.rest(Reading.Rejected.BYTES_MAX);
    if (rest != null) {
      String reason = "more text follows the end of the list; it is not read";
      readings.accept(new Reading.Rejected(new Place(file, elements.line()), reason, rest));
    }
  }
}
