package dateline.search.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Holds JSON to a schema (JSON Schema 2020-12, as far as our schemas use it; any other keyword is
/// a mistake).
///
/// @param root what references start from
record SchemaCheck(JsonNode root) {
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "minItems",
          "maxItems",
          "enum",
          "anyOf",
          "description",
          "$ref");

  void check(JsonNode value, JsonNode schema, String path) {
    List<String> faults = faults(value, schema, path);
    assertTrue(faults.isEmpty(), faults::toString);
  }

  private List<String> faults(JsonNode value, JsonNode schema, String path) {
    schema
        .properties()
        .forEach(keyword ->
            assertTrue(KEYWORDS.contains(keyword.getKey()), () -> "unknown " + keyword.getKey()));
    if (schema.has("$ref")) {
      String place = schema.get("$ref").asString();
      JsonNode meant = root.at(place.substring(1));
      assertTrue(meant.isObject(), () -> "nothing is at " + place);
      return faults(value, meant, path);
    }
    if (schema.has("anyOf")) {
      var all = new ArrayList<String>();
      for (JsonNode each : schema.get("anyOf")) {
        List<String> faults = faults(value, each, path);
        if (faults.isEmpty()) {
          return List.of();
        }
        all.addAll(faults);
      }
      return all;
    }
    var faults = new ArrayList<String>();
    if (schema.has("type") && !hasType(value, schema.get("type"))) {
      faults.add(path + " is " + value + ", not " + schema.get("type"));
      return faults;
    }
    if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
      faults.add(path + " is " + value + ", not one of " + schema.get("enum"));
    }
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asString())) {
        faults.add(path + " lacks " + name.asString());
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonNode known = schema.path("properties").get(member.getKey());
      JsonNode others = schema.path("additionalProperties");
      String below = path + "." + member.getKey();
      if (known != null) {
        faults.addAll(faults(member.getValue(), known, below));
      } else if (others.isObject()) {
        faults.addAll(faults(member.getValue(), others, below));
      } else {
        faults.add(below + " is not listed");
      }
    }
    if (value.isArray()) {
      if (value.size() < schema.path("minItems").asInt(0)
          || value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
        faults.add(path + " has " + value.size() + " items");
      }
      value.forEach(item -> faults.addAll(faults(item, schema.required("items"), path + "[]")));
    }
    return faults;
  }

  private static boolean hasType(JsonNode value, JsonNode type) {
    return type.isArray()
        ? type.valueStream().anyMatch(each -> hasType(value, each))
        : switch (type.asString()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "null" -> value.isNull();
          default -> throw new IllegalStateException("no type: " + type);
        };
  }
}
