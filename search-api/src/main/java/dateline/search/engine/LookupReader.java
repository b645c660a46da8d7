package dateline.search.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the parameters of look-ups, the same at every door. Never fails: what cannot be read is
/// left out and reported.
public final class LookupReader {
  private static final String LIMIT = "limit";
  private static final String PREFIX = "prefix";
  private static final String TYPED = "q";

  private LookupReader() {}

  /// Which values of a field were asked for.
  ///
  /// @param search the parameters that are left, those of the search
  public record Values(
      String prefix, int limit, Map<String, List<String>> search, List<ParameterProblem> problems) {
    public Values {
      search = Map.copyOf(search);
      problems = List.copyOf(problems);
    }
  }

  /// What was typed to be completed.
  public record Typed(String text, int limit, List<ParameterProblem> problems) {
    public Typed {
      problems = List.copyOf(problems);
    }
  }

  public static Values values(Map<String, List<String>> typed) {
    var search = new LinkedHashMap<>(typed);
    search.remove(PREFIX);
    search.remove(LIMIT);
    var problems = new ArrayList<ParameterProblem>();
    String prefix = only(PREFIX, typed, problems);
    int limit =
        limit(typed, FacetValues.Request.LIMIT_MAX, FacetValues.Request.LIMIT_DEFAULT, problems);
    return new Values(prefix, limit, search, problems);
  }

  public static Typed typed(Map<String, List<String>> typed) {
    var others = new LinkedHashMap<>(typed);
    others.remove(TYPED);
    others.remove(LIMIT);
    var problems = new ArrayList<ParameterProblem>();
    others.forEach((name, values) ->
        problems.add(
            new ParameterProblem(
                "param.unknown",
                name,
                values.isEmpty() ? "" : values.getFirst(),
                "There is no parameter “%s” here; there are q and limit.".formatted(name),
                null)));
    String text = only(TYPED, typed, problems);
    if (text.length() > Suggestions.TYPED_MAX) {
      problems.add(
          new ParameterProblem(
              "param.invalid",
              TYPED,
              text,
              "Only texts of at most %d characters are completed.".formatted(Suggestions.TYPED_MAX),
              null));
    }
    int limit = limit(typed, Suggestions.LIMIT_MAX, Suggestions.LIMIT_DEFAULT, problems);
    return new Typed(text, limit, problems);
  }

  private static int limit(
      Map<String, List<String>> typed, int most, int absent, List<ParameterProblem> problems) {
    var alone = new Parameters(Map.of(LIMIT, typed.getOrDefault(LIMIT, List.of())));
    int limit = alone.number(LIMIT, 1, most, absent);
    problems.addAll(alone.problems());
    return limit;
  }

  /// A blank at its end counts: a word is over.
  private static String only(
      String name, Map<String, List<String>> typed, List<ParameterProblem> problems) {
    List<String> given = typed.getOrDefault(name, List.of());
    if (given.size() > 1) {
      problems.add(
          new ParameterProblem(
              "param.repeated",
              name,
              given.getLast(),
              "“%s” can be given once.".formatted(name),
              null));
    }
    return given.isEmpty() ? "" : given.getFirst();
  }
}
