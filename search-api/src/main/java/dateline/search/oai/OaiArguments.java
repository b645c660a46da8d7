package dateline.search.oai;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a harvester asks for, checked against what its verb takes.
final class OaiArguments {
  static final String VERB = "verb";
  static final String PREFIX = "metadataPrefix";
  static final String TOKEN = "resumptionToken";
  static final String IDENTIFIER = "identifier";
  static final String FROM = "from";
  static final String UNTIL = "until";
  static final String SET = "set";

  private static final Map<String, Set<String>> TAKES =
      Map.of(
          "Identify", Set.of(),
          "ListMetadataFormats", Set.of(IDENTIFIER),
          "ListSets", Set.of(TOKEN),
          "ListIdentifiers", Set.of(PREFIX, FROM, UNTIL, SET, TOKEN),
          "ListRecords", Set.of(PREFIX, FROM, UNTIL, SET, TOKEN),
          "GetRecord", Set.of(IDENTIFIER, PREFIX));

  private final String verb;
  private final Map<String, String> values;

  private OaiArguments(String verb, Map<String, String> values) {
    this.verb = verb;
    this.values = values;
  }

  static OaiArguments of(Map<String, List<String>> sent) throws OaiProblem {
    List<String> verbs = sent.getOrDefault(VERB, List.of());
    if (verbs.size() != 1) {
      throw new OaiProblem(
          "badVerb",
          verbs.isEmpty()
              ? "The argument verb is missing. There are: " + verbs() + "."
              : "The argument verb is given more than once.");
    }
    String verb = verbs.getFirst();
    Set<String> takes = TAKES.get(verb);
    if (takes == null) {
      throw new OaiProblem("badVerb", "This is no verb. There are: " + verbs() + ".");
    }
    var values = new TreeMap<String, String>();
    for (Map.Entry<String, List<String>> each : new TreeMap<>(sent).entrySet()) {
      String name = each.getKey();
      if (name.equals(VERB)) {
        continue;
      }
      if (!takes.contains(name)) {
        throw OaiProblem.badArgument(
            "%s takes no argument '%s'.%s"
                .formatted(
                    verb,
                    name,
                    takes.isEmpty()
                        ? ""
                        : " It takes: "
                            + String.join(", ", takes.stream().sorted().toList())
                            + "."));
      }
      if (each.getValue().size() != 1) {
        throw OaiProblem.badArgument("The argument " + name + " is given more than once.");
      }
      values.put(name, each.getValue().getFirst());
    }
    if (values.containsKey(TOKEN) && values.size() > 1) {
      throw OaiProblem.badArgument("With resumptionToken there is no other argument than verb.");
    }
    return new OaiArguments(verb, values);
  }

  private static String verbs() {
    return String.join(", ", TAKES.keySet().stream().sorted().toList());
  }

  String verb() {
    return verb;
  }

  @Nullable String get(String name) {
    return values.get(name);
  }

  /// @throws OaiProblem when it is absent
  String needed(String name) throws OaiProblem {
    String value = values.get(name);
    if (value == null) {
      throw OaiProblem.badArgument(verb + " needs the argument " + name + ".");
    }
    return value;
  }

  /// Names and values in turn, the verb first.
  String[] told() {
    var told = new java.util.ArrayList<String>(List.of(VERB, verb));
    values.forEach((name, value) -> {
      told.add(name);
      told.add(value);
    });
    return told.toArray(String[]::new);
  }
}
