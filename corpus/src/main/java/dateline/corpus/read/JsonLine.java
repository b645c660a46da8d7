package dateline.corpus.read;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One record, a line of JSON Lines or an element of a list, taken apart as far as its fields.
sealed interface JsonLine {
  /// @param values in the order of the record; of a name that comes twice the last value
  /// @param repeated the names that come twice
  record Fields(Map<String, JsonNode> values, Set<String> repeated) implements JsonLine {}

  record Broken(String reason) implements JsonLine {}

  /// Control characters inside strings are let through, since old archives hold them.
  ///
  /// @param piece what the file calls a record, for messages
  /// @param firstLine where it begins
  static JsonLine parse(String line, String piece, long firstLine) {
    if (!line.stripLeading().startsWith("{")) {
      return new Broken(
          "the %s is no article: it begins with %s; each %s holds one article as {…}"
              .formatted(piece, Syntax.excerpt(line.strip(), 0), piece));
    }
    var syntax = new Syntax(line, piece, firstLine);
    try (JsonParser parser = Syntax.MAPPER.createParser(line)) {
      return syntax.parse(parser);
    } catch (UnexpectedEndOfInputException e) {
      return new Broken(syntax.endsEarly(e.getTokenBeingDecoded()));
    } catch (StreamConstraintsException e) {
      return new Broken(
          "the "
              + piece
              + " is nested deeper than 500 levels, or holds a number of over 1000 digits or a field"
              + " name of over 50000 characters; no article needs them");
    } catch (JacksonException e) {
      return new Broken(syntax.unexpected(e.getLocation()));
    }
  }

  /// Where JSON syntax becomes plain words.
  final class Syntax {
    private static final JsonMapper MAPPER =
        JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();
    private static final int EXCERPT_LENGTH = 20;

    private final String text;
    private final String piece;
    private final long firstLine;

    private Syntax(String text, String piece, long firstLine) {
      this.text = text;
      this.piece = piece;
      this.firstLine = firstLine;
    }

    private JsonLine parse(JsonParser parser) {
      parser.nextToken(); // the opening brace
      var values = new LinkedHashMap<String, JsonNode>();
      var repeated = new LinkedHashSet<String>();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        if (values.put(name, parser.readValueAsTree()) != null) {
          repeated.add(name);
        }
      }
      TokenStreamLocation end = parser.currentLocation();
      if (parser.nextToken() != null) {
        return new Broken(
            "more text follows the article's closing brace (%s); put each article on a line of its own"
                .formatted(place(end.getLineNr(), end.getColumnNr())));
      }
      return new Fields(values, repeated);
    }

    private String endsEarly(@Nullable JsonToken inside) {
      boolean isInString = inside == JsonToken.VALUE_STRING || inside == JsonToken.PROPERTY_NAME;
      int lastLine = (int) text.chars().filter(unit -> unit == '\n').count() + 1;
      return "the %s ends %s (%s). Was the file cut off?"
          .formatted(
              piece,
              isInString ? "inside a string" : "before its closing brace",
              place(lastLine, text.length() - text.lastIndexOf('\n') - 1));
    }

    private String unexpected(TokenStreamLocation at) {
      int index = (int) at.getCharOffset();
      if (index >= text.stripTrailing().length()) {
        return endsEarly(null);
      }
      return "not valid JSON at %s, near %s. Check for a missing comma, quotation mark or brace"
          .formatted(place(at.getLineNr(), at.getColumnNr()), excerpt(text, index));
    }

    /// The column alone says enough where the record begins in the same line.
    private String place(int line, int column) {
      return (line == 1 ? "" : "line " + (firstLine + line - 1) + ", ") + "column " + column;
    }

    private static String excerpt(String text, int at) {
      int start = Math.clamp(at - EXCERPT_LENGTH / 2L, 0, text.length());
      int end = Math.min(text.length(), start + EXCERPT_LENGTH);
      return "‹" + CleanText.of(text.substring(start, end)).onOneLine() + "›";
    }
  }
}
