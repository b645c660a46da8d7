package dateline.search.http;

import dateline.corpus.NearestName;
import dateline.search.engine.ParameterProblem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which members of each hit a caller wants; `id` is always among them.
///
/// @param names empty for all
/// @param problems names that no member has
record HitFields(Set<String> names, List<ParameterProblem> problems) {
  static final HitFields ALL = new HitFields(Set.of(), List.of());

  private static final String ID = "id";
  private static final List<String> MEMBERS =
      Arrays.stream(SearchJson.Hit.class.getRecordComponents())
          .map(RecordComponent::getName)
          .toList();

  HitFields {
    names = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(names));
    problems = List.copyOf(problems);
  }

  static HitFields of(List<String> asked) {
    if (asked.isEmpty()) {
      return ALL;
    }
    var names = new LinkedHashSet<String>(List.of(ID));
    var problems = new ArrayList<ParameterProblem>();
    for (String name : asked) {
      String wanted = name.toLowerCase(Locale.ROOT);
      if (MEMBERS.contains(wanted)) {
        names.add(wanted);
      } else {
        problems.add(
            new ParameterProblem(
                "param.invalid",
                "fields",
                name,
                "A hit has no field “%s”. Accepted: %s."
                    .formatted(name, String.join(", ", MEMBERS)),
                NearestName.of(wanted, MEMBERS).orElse(null)));
      }
    }
    return new HitFields(names, problems);
  }

  /// What addresses of other searches end with, so that they give the same members.
  String parameter() {
    return names.isEmpty() ? "" : "&fields=" + String.join(",", names);
  }

  /// Takes what is not wanted out of an answer.
  void keepIn(JsonNode answer) {
    if (!names.isEmpty()) {
      for (JsonNode hit : answer.get("hits")) {
        ((ObjectNode) hit).retain(names);
      }
    }
  }
}
