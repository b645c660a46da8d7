package dateline.search.query;

import java.text.MessageFormat;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Tells people what a query asks for: _articles with most of: indo-pacific, security; that name
/// the person Shinzo Abe; but not with the word golf_.
///
/// All words come from `PlainWords.properties`; a language without a file of its own reads English.
public final class PlainWords {
  private final ResourceBundle messages;
  private final Locale locale;
  private final Match match;

  private PlainWords(Match match, Locale locale) {
    this.messages =
        ResourceBundle.getBundle(
            PlainWords.class.getName(),
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.locale = locale;
    this.match = match;
  }

  public static String of(Clause clause, Match match) {
    return of(clause, match, Locale.ROOT);
  }

  public static String of(Clause clause, Match match, Locale locale) {
    return of(clause, match, Map.of(), locale);
  }

  /// @param others what counts as some words of the query beside them
  public static String of(
      Clause clause, Match match, Map<String, List<String>> others, Locale locale) {
    var words = new PlainWords(match, locale);
    String whole = words.whole(clause);
    return others.isEmpty() ? whole : words.say("also", whole, words.others(others));
  }

  private String others(Map<String, List<String>> others) {
    return joined(
        "also.next",
        others.entrySet().stream()
            .map(entry -> say("also.one", joined("list", quoted(entry.getValue())), entry.getKey()))
            .toList());
  }

  private List<String> quoted(List<String> forms) {
    return forms.stream().map(form -> say("span", form)).toList();
  }

  private String whole(Clause clause) {
    return switch (NormalForm.of(clause)) {
      case Clause.Everything _ -> say("articles.all");
      case Clause.Not(var part) -> say("articles.except", condition(part));
      case Clause some -> say("articles.matching", condition(some));
    };
  }

  private String condition(Clause clause) {
    return switch (clause) {
      case Clause.Everything _ -> say("articles.all");
      case Clause.Ranked(var words, var zone) -> in(zone, ranked(words));
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          in(zone, say(isVerbatim ? "verbatim" : "phrase", text));
      case Clause.Passage passage -> in(passage.zone(), passage(passage));
      case Clause.Entity(var kind, var name) -> say("entity." + SearchField.nameOf(kind), name);
      case Clause.AnyEntity(var kind) -> say("any." + SearchField.nameOf(kind));
      case Clause.Value(var field, var value) -> say("value." + field.parameter(), value);
      case Clause.PublishedRange(var first, var last) -> published(first, last);
      case Clause.WordsRange(var first, var last) -> length(first, last);
      case Clause.All(var parts) -> all(parts);
      case Clause.Any(var parts) -> any(parts);
      case Clause.Not(var part) -> say("not.first", grouped(part));
    };
  }

  private String ranked(List<String> words) {
    if (words.size() == 1) {
      return say("word", words.getFirst());
    }
    return say("words." + match.parameter(), joined("list", words));
  }

  private String passage(Clause.Passage passage) {
    String span = span(passage.span());
    return passage.least() == 1 ? say("with", span) : say("with.times", span, passage.least());
  }

  private String span(Span span) {
    return switch (span) {
      case Span.Phrase(var text, var isVerbatim) -> say(isVerbatim ? "span.exact" : "span", text);
      case Span.Wildcard(var pattern) -> wildcard(pattern);
      case Span.Entity(_, var name) -> say("span.name", name);
      case Span.AnyEntity(var kind) -> say("span.any." + SearchField.nameOf(kind));
      case Span.Either(var parts) ->
          say("group", joined("any", parts.stream().map(this::span).toList()));
      case Span.Near(var left, var right, var distance, var isOrdered) ->
          say(isOrdered ? "span.pre" : "span.near", inner(left), inner(right), distance);
      case Span.Same(var left, var right, var unit) ->
          say("span.same." + unit.name().toLowerCase(Locale.ROOT), inner(left), inner(right));
      case Span.First(var part, var words) -> say("span.first", inner(part), words);
    };
  }

  private String inner(Span span) {
    return span instanceof Span.Near || span instanceof Span.Same
        ? say("group", span(span))
        : span(span);
  }

  private String wildcard(String pattern) {
    int slips = pattern.indexOf('~');
    return slips < 0
        ? say("span.wildcard", pattern)
        : say(
            "span.slips",
            pattern.substring(0, slips),
            Integer.parseInt(pattern.substring(slips + 1)));
  }

  private String in(@Nullable TextZone zone, String condition) {
    return zone == null ? condition : say("in." + zone.parameter(), condition);
  }

  /// What is excluded comes last, whatever the order of the query.
  private String all(List<Clause> parts) {
    var conditions = new ArrayList<String>();
    var exclusions = new ArrayList<String>();
    for (Clause part : parts) {
      if (part instanceof Clause.Not(var excluded)) {
        exclusions.add(grouped(excluded));
      } else {
        conditions.add(grouped(part));
      }
    }
    for (String excluded : exclusions) {
      conditions.add(say(conditions.isEmpty() ? "not.first" : "not", excluded));
    }
    return joined("all", conditions);
  }

  private String any(List<Clause> parts) {
    return joined("any", parts.stream().map(this::grouped).toList());
  }

  private String grouped(Clause clause) {
    boolean isGroup = clause instanceof Clause.All || clause instanceof Clause.Any;
    return isGroup ? say("group", condition(clause)) : condition(clause);
  }

  private String published(@Nullable DateBound first, @Nullable DateBound last) {
    if (first == null) {
      return last == null ? say("published.any") : say("published.to", date(last));
    }
    if (last == null) {
      return say("published.from", date(first));
    }
    return first.equals(last)
        ? say("published.on", date(first))
        : say("published.between", date(first), date(last));
  }

  private String date(DateBound bound) {
    return switch (bound) {
      case DateBound.Fixed(var date) -> date.toString();
      case DateBound.Before(var period) -> ago(period);
    };
  }

  private String ago(Period period) {
    if (period.getYears() > 0) {
      return say("before.years", period.getYears());
    }
    return period.getMonths() > 0
        ? say("before.months", period.getMonths())
        : say("before.days", period.getDays());
  }

  private String length(@Nullable Integer first, @Nullable Integer last) {
    if (first == null) {
      return last == null ? say("length.any") : say("length.to", last);
    }
    if (last == null) {
      return say("length.from", first);
    }
    return first.equals(last) ? say("length.exactly", first) : say("length.between", first, last);
  }

  private String joined(String pattern, List<String> parts) {
    return parts.stream().reduce((left, right) -> say(pattern, left, right)).orElse("");
  }

  private String say(String key, Object... values) {
    return new MessageFormat(messages.getString(key), locale).format(values);
  }
}
