package dateline.search.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The parameters of a request, whichever way they were sent.
final class SentParameters {
  private final JsonMapper json;

  SentParameters(JsonMapper json) {
    this.json = json;
  }

  /// From the address and, of a POST, from a form or a JSON object in the body too.
  ///
  /// @throws Refusal when the body is neither
  Map<String, List<String>> of(Context context) throws Refusal {
    var parameters = new LinkedHashMap<String, List<String>>();
    add(context.queryParamMap(), parameters);
    if (context.method().equals(HandlerType.POST)) {
      if (context.isFormUrlencoded()) {
        add(context.formParamMap(), parameters);
      } else if (context.isJson()) {
        add(object(context.bodyAsBytes()), parameters);
      } else {
        throw new Refusal(
            Problem.of(
                415,
                "body.unknown-type",
                "A search is posted as application/json or"
                    + " application/x-www-form-urlencoded."));
      }
    }
    return parameters;
  }

  private static void add(Map<String, List<String>> from, Map<String, List<String>> to) {
    from.forEach((name, values) -> {
      if (!name.isEmpty()) { // what an address with && or a stray & at its end holds
        to.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values);
      }
    });
  }

  private Map<String, List<String>> object(byte[] body) throws Refusal {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JacksonException e) {
      throw new Refusal(
          Problem.of(
              400,
              "body.not-json",
              "The body is not JSON: error in line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + "."));
    }
    if (!root.isObject()) {
      throw new Refusal(
          Problem.of(400, "body.no-object", "The body is not a JSON object of parameters."));
    }
    var parameters = new LinkedHashMap<String, List<String>>();
    for (Map.Entry<String, JsonNode> member : root.properties()) {
      parameters.put(member.getKey(), values(member.getKey(), member.getValue()));
    }
    return parameters;
  }

  private static List<String> values(String name, JsonNode node) throws Refusal {
    var values = new ArrayList<String>();
    for (JsonNode value : node.isArray() ? node.values() : List.of(node)) {
      if (!value.isValueNode() || value.isNull()) {
        throw new Refusal(
            Problem.of(
                    400,
                    "param.invalid",
                    "The member '"
                        + name
                        + "' is neither a text, a number, a truth value nor a list of these.")
                .about(name, null));
      }
      values.add(value.asString());
    }
    return values;
  }
}
