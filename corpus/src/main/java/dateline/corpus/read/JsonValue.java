package dateline.corpus.read;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The text in a JSON value.
final class JsonValue {
  private static final int QUOTED_LENGTH_MAX = 60;

  private JsonValue() {}

  /// Whether the value says nothing: null, an empty list or object, or blank text.
  static boolean isAbsent(JsonNode value) {
    return value.isNull()
        || (value.isContainer() && value.isEmpty())
        || (value.isString() && value.stringValue().isBlank());
  }

  static boolean isTextOrNumber(JsonNode value) {
    return value.isString() || value.isNumber();
  }

  /// Text, a number in digits, or the `name` of an object; empty for all else.
  static Optional<String> text(JsonNode value) {
    JsonNode holder = value.isObject() ? value.path("name") : value;
    return isTextOrNumber(holder) ? Optional.of(holder.asString()) : Optional.empty();
  }

  /// The texts of a list, or of a single value; what has no text is left out.
  static List<String> texts(JsonNode value) {
    List<JsonNode> items = value.isArray() ? List.copyOf(value.values()) : List.of(value);
    return items.stream()
        .flatMap(item -> text(item).stream())
        .filter(text -> !text.isBlank())
        .toList();
  }

  /// The whole value as text: a list of plain values with commas, or with semicolons where a value
  /// holds a comma; anything deeper as JSON.
  static String whole(JsonNode value) {
    if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
      List<String> items = value.valueStream().map(JsonNode::asString).toList();
      return String.join(items.stream().anyMatch(item -> item.contains(",")) ? "; " : ", ", items);
    }
    return value.isContainer() ? value.toString() : value.asString();
  }

  /// The value in quotation marks, shortened, for messages.
  static String quoted(JsonNode value) {
    String text = CleanText.of(whole(value)).onOneLine();
    boolean isShort = text.length() <= QUOTED_LENGTH_MAX;
    return '"' + (isShort ? text : text.substring(0, QUOTED_LENGTH_MAX) + "…") + '"';
  }

  /// What kind of value it is, for messages.
  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case ARRAY -> "a list";
      case OBJECT, POJO -> "an object";
      case NULL, MISSING, BINARY -> "nothing";
    };
  }
}
