package dateline.search.engine;

import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import dateline.index.language.LanguageCode;
import dateline.index.schema.ArticleField;
import dateline.search.query.Clause;
import dateline.search.query.DateBound;
import dateline.search.query.Match;
import dateline.search.query.ParsedQuery;
import dateline.search.query.Syntax;
import dateline.search.query.TextZone;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of a search, the same at every door. Never fails: what cannot be read is
/// left out and reported.
///
/// Relative dates in `from` and `to` count from today in the time zone of the request; those in the
/// query stay relative.
public final class RequestReader {
  static final int LIMIT_DEFAULT = 20;
  static final int SNIPPETS_DEFAULT = 3;

  private static final String DATES =
      "Accepted: YYYY, YYYY-MM, YYYY-MM-DD, an RFC 3339 time, or a time before today such as -7d, -3m or -1y.";

  private final DoorDefaults defaults;
  private final Clock clock;

  public RequestReader(DoorDefaults defaults, Clock clock) {
    this.defaults = defaults;
    this.clock = clock;
  }

  /// What was read.
  ///
  /// @param isLenient whether to search the best reading of a query with problems
  /// @param fields which fields of each hit the caller wants; empty for all that the door shows
  /// @param sinceToday those of `from` and `to` that count from today, as typed
  /// @param problems of parameters; those of the query stand with the query
  public record Reading(
      SearchRequest request,
      boolean isLenient,
      List<String> fields,
      Map<String, String> sinceToday,
      List<ParameterProblem> problems) {
    public Reading {
      fields = List.copyOf(fields);
      sinceToday = Map.copyOf(sinceToday);
      problems = List.copyOf(problems);
    }
  }

  public Reading read(Map<String, List<String>> typed) {
    var parameters = new Parameters(typed);
    String text = parameters.first("q");
    Syntax syntax =
        parameters.oneOf("syntax", List.of(Syntax.values()), Syntax::parameter, Syntax.DATELINE);
    ParsedQuery query = syntax.parse(text == null ? "" : text);
    boolean asksNothing = query.clause() instanceof Clause.Everything;
    ZoneId zone = zone(parameters);
    int limit = parameters.number("limit", 0, SearchRequest.LIMIT_MAX, LIMIT_DEFAULT);
    var request =
        new SearchRequest(
            query,
            parameters.oneOf("match", List.of(Match.values()), Match::parameter, Match.AUTO),
            zones(parameters),
            filters(parameters),
            threads(parameters),
            dates(parameters, zone),
            story(parameters),
            zone,
            parameters.oneOf(
                "sort",
                List.of(Sort.values()),
                Sort::parameter,
                asksNothing ? Sort.NEWEST : Sort.RELEVANCE),
            parameters.oneOf(
                "collapse", List.of(Collapse.values()), Collapse::parameter, Collapse.DUPLICATES),
            limit,
            parameters.first("cursor"),
            offset(parameters, limit),
            new FacetReader(parameters).read(),
            parameters.number("snippets", 0, SearchRequest.SNIPPETS_MAX, SNIPPETS_DEFAULT),
            parameters.flag("highlight", true),
            parameters.flag("suggest", true),
            parameters.flag("variants", true),
            parameters.oneOf("mode", List.of(Mode.values()), Mode::parameter, Mode.LEXICAL),
            parameters.oneOf("boost", List.of(Boost.values()), Boost::parameter, Boost.NONE));
    boolean isLenient = parameters.flag("lenient", defaults.isLenient());
    return new Reading(
        request,
        isLenient,
        parameters.list("fields"),
        sinceToday(parameters),
        parameters.problems());
  }

  private static Map<String, String> sinceToday(Parameters parameters) {
    var found = new HashMap<String, String>();
    for (String name : List.of("from", "to")) {
      String value = parameters.first(name);
      if (value != null && value.strip().startsWith("-")) {
        found.put(name, value.strip());
      }
    }
    return found;
  }

  private static ZoneId zone(Parameters parameters) {
    String value = parameters.first("tz");
    if (value == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(value).normalized();
    } catch (DateTimeException _) { // reported
      parameters.invalid("tz", value, "Accepted: a time zone such as Asia/Tokyo or +09:00.", null);
      return ZoneOffset.UTC;
    }
  }

  private static Set<TextZone> zones(Parameters parameters) {
    var zones = EnumSet.noneOf(TextZone.class);
    for (String name : parameters.list("in")) {
      TextZone.of(name)
          .ifPresentOrElse(
              zones::add,
              () -> {
                List<TextZone> all = List.of(TextZone.values());
                parameters.notOneOf("in", name, all.stream().map(TextZone::parameter).toList());
              });
    }
    return zones.isEmpty() ? EnumSet.allOf(TextZone.class) : zones;
  }

  private static List<Filter> filters(Parameters parameters) {
    var filters = new ArrayList<Filter>();
    for (ArticleField field : ArticleField.values()) {
      String name = field.parameter();
      var filter =
          new Filter(
              field,
              values(field, parameters.all(name)),
              values(field, parameters.all(name + ".all")),
              values(field, parameters.all(name + ".not")),
              parameters.flag(name + ".missing", false));
      if (!filter.equals(new Filter(field, List.of(), List.of(), List.of(), false))) {
        filters.add(filter);
      }
    }
    return filters;
  }

  private static @Nullable ArticleId story(Parameters parameters) {
    String value = parameters.first("story");
    if (value == null) {
      return null;
    }
    try {
      return new ArticleId(value.strip());
    } catch (IllegalArgumentException _) { // reported
      parameters.invalid("story", value, "Accepted: the id of an article.", null);
      return null;
    }
  }

  /// What can be no id names no article and is left out, as are too many.
  private static List<String> threads(Parameters parameters) {
    var threads = new ArrayList<String>();
    for (String id : parameters.all(ParameterNames.THREAD)) {
      if (id.length() > ArticleId.LENGTH_MAX || id.chars().anyMatch(Character::isISOControl)) {
        parameters.invalid(ParameterNames.THREAD, id, "Accepted: the id of an article.", null);
      } else if (threads.size() == SearchRequest.THREADS_MAX) {
        parameters.invalid(
            ParameterNames.THREAD,
            id,
            "At most %d threads can be asked for.".formatted(SearchRequest.THREADS_MAX),
            null);
      } else {
        threads.add(id);
      }
    }
    return threads;
  }

  /// As the index has them: a language may be asked for by any of its codes.
  private static List<String> values(ArticleField field, List<String> asked) {
    return field == ArticleField.LANGUAGE
        ? asked.stream().map(LanguageCode::spelled).distinct().toList()
        : asked;
  }

  private DateFilter dates(Parameters parameters, ZoneId zone) {
    Published from = date(parameters, "from", zone);
    Published to = date(parameters, "to", zone);
    if (parameters.flag("date.missing", false)) {
      if (from != null || to != null) {
        parameters.invalid(
            "date.missing",
            "true",
            "Articles without a date lie in no range; remove from and to.",
            null);
      }
      return new DateFilter(null, null, true);
    }
    if (from != null && to != null && from.firstDay(zone).isAfter(to.lastDay(zone))) {
      parameters.invalid(
          "to", to.toString(), "It lies before from=%s; change the two.".formatted(from), null);
      return DateFilter.NONE;
    }
    return new DateFilter(from, to, false);
  }

  private @Nullable Published date(Parameters parameters, String name, ZoneId zone) {
    String value = parameters.first(name);
    if (value == null) {
      return null;
    }
    try {
      return DateBound.parse(value.strip()).resolve(clock.instant(), zone);
    } catch (DateTimeException _) { // reported
      parameters.invalid(name, value, DATES, null);
      return null;
    }
  }

  private int offset(Parameters parameters, int limit) {
    String page = parameters.first("page");
    if (page == null) {
      return 0;
    }
    if (!defaults.isPageAllowed()) {
      parameters.invalid("page", page, "Pages have no numbers here; follow cursor.", null);
      return 0;
    }
    if (parameters.has("cursor")) {
      parameters.invalid("page", page, "The list goes on at cursor; remove one of the two.", null);
      return 0;
    }
    int pagesMax = limit == 0 ? 1 : SearchRequest.OFFSET_MAX / limit + 1;
    return (parameters.number("page", 1, pagesMax, 1) - 1) * limit;
  }
}
