package dateline.search.engine;

import dateline.index.schema.ArticleField;
import dateline.search.engine.FacetRequest.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads which facets to count: `facet`, `facet.FIELD.limit`, `facet.date.interval`.
final class FacetReader {
  static final int LIMIT_DEFAULT = 10;
  static final int LIMIT_MAX = 1000;

  /// What is counted when a request does not say.
  static final FacetRequest DEFAULT = defaults();

  private final Parameters parameters;

  FacetReader(Parameters parameters) {
    this.parameters = parameters;
  }

  private static FacetRequest defaults() {
    var limits = new LinkedHashMap<ArticleField, Integer>();
    List.of(
            ArticleField.PERSON,
            ArticleField.PLACE,
            ArticleField.ORG,
            ArticleField.ISSUE,
            ArticleField.SOURCE,
            ArticleField.SECTION)
        .forEach(field -> limits.put(field, LIMIT_DEFAULT));
    return new FacetRequest(limits, Interval.AUTO);
  }

  FacetRequest read() {
    List<ArticleField> fields = new ArrayList<>(DEFAULT.fields().keySet());
    boolean hasDates = true;
    if (parameters.has("facet")) {
      List<String> names = parameters.list("facet");
      fields = fields(names);
      hasDates = names.contains("date");
    }
    return new FacetRequest(limits(fields), hasDates ? interval() : noInterval());
  }

  private List<ArticleField> fields(List<String> names) {
    var fields = new ArrayList<ArticleField>();
    for (String name : names) {
      Optional<ArticleField> field = ArticleField.of(name);
      boolean isNone = name.equals("none") && names.size() == 1;
      if (field.isPresent()) {
        fields.add(field.get());
      } else if (!isNone && !name.equals("date")) {
        parameters.notOneOf("facet", name, accepted());
      }
    }
    return fields;
  }

  private static List<String> accepted() {
    var names =
        new ArrayList<>(Arrays.stream(ArticleField.values()).map(ArticleField::parameter).toList());
    names.add("date");
    names.add("none");
    return names;
  }

  private Map<ArticleField, Integer> limits(List<ArticleField> fields) {
    var limits = new LinkedHashMap<ArticleField, Integer>();
    for (ArticleField field : fields) {
      limits.put(field, parameters.number(limitOf(field), 1, LIMIT_MAX, LIMIT_DEFAULT));
    }
    for (ArticleField field : ArticleField.values()) {
      if (!limits.containsKey(field)) {
        notCounted(limitOf(field), field.parameter());
      }
    }
    return limits;
  }

  static String limitOf(ArticleField field) {
    return "facet." + field.parameter() + ".limit";
  }

  private Interval interval() {
    return parameters.oneOf(
        "facet.date.interval", List.of(Interval.values()), Interval::parameter, Interval.AUTO);
  }

  private @Nullable Interval noInterval() {
    notCounted("facet.date.interval", "date");
    return null;
  }

  private void notCounted(String name, String facet) {
    String value = parameters.first(name);
    if (value != null) {
      parameters.invalid(
          name, value, "The facet is not asked for; add “%s” to facet.".formatted(facet), null);
    }
  }
}
