package dateline.corpus.read;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of JSON Lines, taken apart as far as its fields.
sealed interface JsonLine {
  /// @param values in the order of the line; of a name that comes twice the last value
  /// @param repeated the names that come twice
  record Fields(Map<String, JsonNode> values, Set<String> repeated) implements JsonLine {}

  record Broken(String reason) implements JsonLine {}

  /// Control characters inside strings are let through, since old archives hold them.
  static JsonLine parse(String line) {
    if (!line.stripLeading().startsWith("{")) {
      return new Broken(
          "the line is no article: it begins with "
              + Syntax.excerpt(line.strip(), 0)
              + "; each line holds one article as {…}");
    }
    try (JsonParser parser = Syntax.MAPPER.createParser(line)) {
      return Syntax.parse(parser);
    } catch (UnexpectedEndOfInputException e) {
      return new Broken(Syntax.endsEarly(e.getTokenBeingDecoded(), line));
    } catch (StreamConstraintsException e) {
      return new Broken(
          "the line is nested deeper than 500 levels, or holds a number of over 1000 digits or a field"
              + " name of over 50000 characters; no article needs them");
    } catch (JacksonException e) {
      return new Broken(Syntax.unexpected(e.getLocation().getColumnNr(), line));
    }
  }

  /// Where JSON syntax becomes plain words.
  final class Syntax {
    private static final JsonMapper MAPPER =
        JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();
    private static final int EXCERPT_LENGTH = 20;

    private Syntax() {}

    private static JsonLine parse(JsonParser parser) {
      parser.nextToken(); // the opening brace
      var values = new LinkedHashMap<String, JsonNode>();
      var repeated = new LinkedHashSet<String>();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        if (values.put(name, parser.readValueAsTree()) != null) {
          repeated.add(name);
        }
      }
      int end = parser.currentLocation().getColumnNr();
      if (parser.nextToken() != null) {
        return new Broken(
            "more text follows the article's closing brace (column "
                + end
                + "); put each article on a line of its own");
      }
      return new Fields(values, repeated);
    }

    private static String endsEarly(@Nullable JsonToken inside, String line) {
      boolean isInString = inside == JsonToken.VALUE_STRING || inside == JsonToken.PROPERTY_NAME;
      return "the line ends "
          + (isInString ? "inside a string" : "before its closing brace")
          + " (column "
          + line.length()
          + "). Was the file cut off?";
    }

    private static String unexpected(int column, String line) {
      if (column > line.stripTrailing().length()) {
        return endsEarly(null, line);
      }
      return "not valid JSON at column "
          + column
          + ", near "
          + excerpt(line, column - 1)
          + ". Check for a missing comma, quotation mark or brace";
    }

    private static String excerpt(String line, int at) {
      int start = Math.clamp(at - EXCERPT_LENGTH / 2L, 0, line.length());
      int end = Math.min(line.length(), start + EXCERPT_LENGTH);
      return "‹" + CleanText.of(line.substring(start, end)).onOneLine() + "›";
    }
  }
}
