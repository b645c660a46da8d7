package dateline.search.mcp;

import dateline.corpus.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The arguments of a call, checked against the schema of the tool.
///
/// @param values an object that fits the schema
record Arguments(JsonNode values) {

  /// Arguments that do not fit, with words for whoever sent them.
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message);
    }
  }

  /// @param schema an object of properties that are texts, whole numbers or lists of texts
  static Arguments checked(JsonNode values, JsonNode schema) throws Unfit {
    if (!values.isObject()) {
      throw new Unfit("the arguments are no object");
    }
    JsonNode properties = schema.required("properties");
    for (Map.Entry<String, JsonNode> argument : values.properties()) {
      JsonNode property = properties.get(argument.getKey());
      if (property == null) {
        throw new Unfit(unknown(argument.getKey(), properties));
      }
      check(argument.getKey(), argument.getValue(), property);
    }
    for (JsonNode name : schema.required("required")) {
      if (!values.has(name.asString())) {
        throw new Unfit("the argument " + name.asString() + " is missing");
      }
    }
    return new Arguments(values);
  }

  private static String unknown(String name, JsonNode properties) {
    List<String> known = new ArrayList<>();
    properties.properties().forEach(property -> known.add(property.getKey()));
    return NearestName.of(name, known)
        .map(near -> "there is no argument %s; was %s meant?".formatted(name, near))
        .orElseGet(() -> "there is no argument %s, only %s".formatted(name, known));
  }

  private static void check(String name, JsonNode value, JsonNode property) throws Unfit {
    String type = property.required("type").asString();
    boolean fits =
        switch (type) {
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber() && value.canConvertToInt();
          case "array" -> value.isArray() && value.valueStream().allMatch(JsonNode::isString);
          default -> throw new IllegalStateException("a schema has the type " + type);
        };
    if (!fits) {
      throw new Unfit(
          "the argument "
              + name
              + " is no "
              + (type.equals("array")
                  ? "list of texts"
                  : type.equals("integer") ? "whole number" : "text"));
    }
    if (property.has("enum")
        && property.get("enum").valueStream().noneMatch(each -> each.equals(value))) {
      throw new Unfit(
          "the argument %s is %s, not one of %s".formatted(name, value, property.get("enum")));
    }
    boolean isTooSmall =
        property.has("minimum") && value.intValue() < property.get("minimum").intValue();
    boolean isTooLarge =
        property.has("maximum") && value.intValue() > property.get("maximum").intValue();
    if (isTooSmall || isTooLarge) {
      throw new Unfit(
          "the argument %s is %s, not between %s and %s"
              .formatted(name, value, property.path("minimum"), property.path("maximum")));
    }
    if (property.has("maxLength")
        && value.asString().length() > property.get("maxLength").intValue()) {
      throw new Unfit(
          "the argument %s has more than %s characters".formatted(name, property.get("maxLength")));
    }
  }

  @Nullable String text(String name) {
    return values.path(name).stringValue(null);
  }

  int number(String name, int otherwise) {
    return values.path(name).intValue(otherwise);
  }

  List<String> texts(String name) {
    JsonNode value = values.path(name);
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).toList()
        : value.isString() ? List.of(value.asString()) : List.of();
  }
}
