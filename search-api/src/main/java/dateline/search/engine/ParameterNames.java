package dateline.search.engine;

import dateline.index.schema.ArticleField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names of all parameters.
final class ParameterNames {
  /// What other news search services call them, and what is shorter.
  static final Map<String, String> ALIASES =
      Map.of(
          "begin_date", "from",
          "end_date", "to",
          "from-date", "from",
          "interval", "facet.date.interval",
          "to-date", "to",
          "page-size", "limit",
          "order-by", "sort",
          "show-fields", "fields");

  /// Which of them write a day as `YYYYMMDD`.
  static final List<String> COMPACT_DATES = List.of("begin_date", "end_date");

  /// The articles of one thread, named by any of them.
  static final String THREAD = "thread";

  private static final List<String> SINGLE =
      List.of(
          "q",
          "syntax",
          "match",
          "lenient",
          "in",
          "from",
          "to",
          "date.missing",
          "story",
          "tz",
          "sort",
          "limit",
          "cursor",
          "page",
          "facet",
          "facet.date.interval",
          "highlight",
          "snippets",
          "fields",
          "collapse",
          "suggest",
          "variants",
          "mode",
          "boost");

  enum Arity {
    SINGLE,
    REPEATED
  }

  /// Every name and alias, and whether it may be given more than once.
  static final Map<String, Arity> ALL = all();

  private ParameterNames() {}

  private static Map<String, Arity> all() {
    var names = new LinkedHashMap<String, Arity>();
    SINGLE.forEach(name -> names.put(name, Arity.SINGLE));
    names.put(THREAD, Arity.REPEATED);
    for (ArticleField field : ArticleField.values()) {
      String name = field.parameter();
      names.put(name, Arity.REPEATED);
      names.put(name + ".all", Arity.REPEATED);
      names.put(name + ".not", Arity.REPEATED);
      names.put(name + ".missing", Arity.SINGLE);
      names.put("facet." + name + ".limit", Arity.SINGLE);
    }
    ALIASES.keySet().forEach(name -> names.put(name, Arity.SINGLE));
    return Map.copyOf(names);
  }
}
