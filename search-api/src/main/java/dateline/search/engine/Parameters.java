package dateline.search.engine;

import dateline.corpus.NearestName;
import dateline.search.engine.ParameterNames.Arity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parameters of one request under their own names, and what is wrong with them.
///
/// An empty value is as good as none: a form sends its empty fields too.
final class Parameters {
  private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final Map<String, List<String>> values = new HashMap<>();

  /// What the caller wrote instead of our name.
  private final Map<String, String> typedNames = new HashMap<>();

  private final List<ParameterProblem> problems = new ArrayList<>();

  Parameters(Map<String, List<String>> typed) {
    new TreeMap<>(typed).forEach(this::add);
  }

  private void add(String typed, List<String> given) {
    Arity arity = ParameterNames.ALL.get(typed);
    List<String> filled =
        given.stream()
            .filter(value -> !value.isBlank())
            .map(value -> expanded(typed, value))
            .toList();
    if (arity == null) {
      unknown(typed, given.isEmpty() ? "" : given.getFirst());
      return;
    }
    if (filled.isEmpty()) {
      return;
    }
    String name = ParameterNames.ALIASES.getOrDefault(typed, typed);
    boolean isGivenTwice = filled.size() > 1 || values.containsKey(name);
    if (arity == Arity.SINGLE && isGivenTwice) {
      repeated(typed, name, filled.getLast());
    }
    values.putIfAbsent(name, filled);
    typedNames.putIfAbsent(name, typed);
  }

  private static String expanded(String typed, String value) {
    return ParameterNames.COMPACT_DATES.contains(typed)
        ? COMPACT_DAY.matcher(value).replaceFirst("$1-$2-$3")
        : value;
  }

  private void unknown(String typed, String value) {
    Optional<String> nearest =
        NearestName.of(typed, ParameterNames.ALL.keySet().stream().sorted().toList());
    problems.add(
        new ParameterProblem(
            "param.unknown",
            typed,
            value,
            "There is no parameter “%s”.%s"
                .formatted(
                    typed, nearest.map(" Did you mean “%s”?"::formatted).orElse(" Remove it.")),
            nearest.orElse(null)));
  }

  private void repeated(String typed, String name, String value) {
    problems.add(
        new ParameterProblem(
            "param.repeated",
            typed,
            value,
            "The parameter “%s” is given more than once; the first value counts. Give it once."
                .formatted(name),
            null));
  }

  void invalid(String name, String value, String accepted, @Nullable String suggestion) {
    String typed = typedNames.getOrDefault(name, name);
    problems.add(
        new ParameterProblem(
            "param.invalid",
            typed,
            value,
            "“%s” is no value of “%s”. %s".formatted(value, typed, accepted),
            suggestion));
  }

  List<ParameterProblem> problems() {
    return List.copyOf(problems);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  @Nullable String first(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
  }

  /// Different values in order, so that equal conditions are equal requests.
  List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .distinct()
        .sorted()
        .toList();
  }

  /// The parts of a comma list.
  List<String> list(String name) {
    String value = first(name);
    return value == null
        ? List.of()
        : Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /// The value that one of these has for a name; `absent` when there is none or an impossible one.
  <T> T oneOf(String name, List<T> accepted, Function<T, String> nameOf, T absent) {
    String value = first(name);
    if (value == null) {
      return absent;
    }
    String wanted = value.strip().toLowerCase(Locale.ROOT);
    return accepted.stream()
        .filter(choice -> nameOf.apply(choice).equals(wanted))
        .findFirst()
        .orElseGet(() -> {
          notOneOf(name, value, accepted.stream().map(nameOf).toList());
          return absent;
        });
  }

  void notOneOf(String name, String value, List<String> accepted) {
    invalid(
        name,
        value,
        "Accepted: " + String.join(", ", accepted) + ".",
        NearestName.of(value, accepted).orElse(null));
  }

  boolean flag(String name, boolean absent) {
    return oneOf(name, List.of(true, false), String::valueOf, absent);
  }

  int number(String name, int least, int most, int absent) {
    String value = first(name);
    if (value == null) {
      return absent;
    }
    int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      invalid(name, value, "Accepted: a number from %d to %d.".formatted(least, most), null);
      return absent;
    }
    return number;
  }
}
