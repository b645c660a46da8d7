package dateline.search.http;

import dateline.corpus.ArticleId;
import dateline.search.engine.DateFilter;
import dateline.search.engine.Filter;
import dateline.search.engine.Relaxation;
import dateline.search.query.CanonicalForm;
import dateline.search.query.Clause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names the parts of a search for programs, by the parameters that ask for them.
final class PartKeys {
  private PartKeys() {}

  static String of(Relaxation.Part part) {
    return switch (part) {
      case Relaxation.Word(var word, var zone) when zone == null -> "word: " + word;
      case Relaxation.Word(var word, var zone) ->
          "clause: " + CanonicalForm.of(new Clause.Ranked(List.of(word), zone));
      case Relaxation.Condition(var clause) -> "clause: " + CanonicalForm.of(clause);
      case Relaxation.Values(var filter, _) -> written(parameters(filter));
      case Relaxation.Threads(var ids) -> written(threads(ids));
      case Relaxation.Dates(var dates) -> written(parameters(dates));
      case Relaxation.Story(var id) -> written(story(id));
    };
  }

  static Map<String, List<String>> parameters(Filter filter) {
    var parameters = new LinkedHashMap<String, List<String>>();
    String name = filter.field().parameter();
    put(name, filter.any(), parameters);
    put(name + ".all", filter.all(), parameters);
    put(name + ".not", filter.not(), parameters);
    put(name + ".missing", filter.isMissing() ? List.of("true") : List.of(), parameters);
    return parameters;
  }

  static Map<String, List<String>> threads(List<String> ids) {
    var parameters = new LinkedHashMap<String, List<String>>();
    put("thread", ids, parameters);
    return parameters;
  }

  static Map<String, List<String>> parameters(DateFilter dates) {
    var parameters = new LinkedHashMap<String, List<String>>();
    put("from", dates.from() == null ? List.of() : List.of(dates.from().toString()), parameters);
    put("to", dates.to() == null ? List.of() : List.of(dates.to().toString()), parameters);
    put("date.missing", dates.isMissing() ? List.of("true") : List.of(), parameters);
    return parameters;
  }

  static Map<String, List<String>> story(@Nullable ArticleId id) {
    return id == null ? Map.of() : Map.of("story", List.of(id.value()));
  }

  private static void put(String name, List<String> values, Map<String, List<String>> parameters) {
    if (!values.isEmpty()) {
      parameters.put(name, values);
    }
  }

  private static String written(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + value))
        .collect(Collectors.joining("&"));
  }
}
