package dateline.corpus.read;

import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/// Where in a JSON file its list of articles begins.
///
/// @param bytesBefore up to and with the opening bracket
/// @param line in which the bracket stands, counted from 1
/// @param column of the bracket, counted from 0
/// @param isInObject whether the list is a field of an object
record JsonListStart(int bytesBefore, int line, int column, boolean isInObject) {
  /// Fields that hold lists of articles in the exports and answers of archives. Other lists of
  /// objects, such as `authors`, belong to an article.
  private static final Set<String> HOLDERS =
      Set.of("articles", "docs", "documents", "stories", "results");

  /// Finds the list that opens the file, or that is a field of the object which opens it, before
  /// any headline or body: what has these is an article itself.
  ///
  /// @param head the first bytes
  static Optional<JsonListStart> in(byte[] head) {
    try (JsonParser parser = JsonMapper.shared().createParser(head)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        return Optional.of(at(parser, false));
      }
      for (String name = parser.nextName();
          first == JsonToken.START_OBJECT && name != null && !isOfArticle(name);
          name = parser.nextName()) {
        boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
        if (isList && HOLDERS.contains(name)) {
          return Optional.of(at(parser, true));
        }
        parser.skipChildren();
      }
    } catch (JacksonException e) { // the head ends in the middle
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isOfArticle(String name) {
    return JsonField.HEADLINE.names().contains(name) || JsonField.BODY.names().contains(name);
  }

  private static JsonListStart at(JsonParser parser, boolean isInObject) {
    TokenStreamLocation bracket = parser.currentTokenLocation();
    return new JsonListStart(
        (int) bracket.getByteOffset() + 1,
        bracket.getLineNr(),
        bracket.getColumnNr() - 1,
        isInObject);
  }
}
