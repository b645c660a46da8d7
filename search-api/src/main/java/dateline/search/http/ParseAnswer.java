package dateline.search.http;

import dateline.search.engine.SearchRequest;
import dateline.search.http.ParseJson.Node;
import dateline.search.query.CanonicalForm;
import dateline.search.query.Clause;
import dateline.search.query.ParsedQuery;
import dateline.search.query.PlainWords;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes the JSON with which `GET /api/v1/parse` answers, for other doors too.
public final class ParseAnswer {
  private ParseAnswer() {}

  public static String json(SearchRequest request) {
    return new String(SearchAnswer.mapper().writeValueAsBytes(of(request)), StandardCharsets.UTF_8);
  }

  static ParseJson of(SearchRequest request) {
    ParsedQuery query = request.query();
    return new ParseJson(
        query.text(),
        query.syntax().parameter(),
        CanonicalForm.of(query.clause()),
        PlainWords.of(query.clause(), request.match()),
        node(query.clause()),
        query.problems().stream()
            .map(problem ->
                new ParseJson.Problem(
                    problem.code(), problem.message(), problem.position(), problem.suggestion()))
            .toList());
  }

  private static Node node(Clause clause) {
    return switch (clause) {
      case Clause.Everything _ -> new Node("everything", null, null, null, null, null, null, null);
      case Clause.Ranked(var words, var zone) ->
          new Node("ranked", name(zone), words, null, null, null, null, null);
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          leaf(isVerbatim ? "verbatim" : "phrase", name(zone), text);
      case Clause.Passage(var span, var least, var zone) ->
          least == 1
              ? node(span, name(zone))
              : placed("at-least", name(zone), least, List.of(node(span, null)));
      case Clause.Entity(var kind, var name) ->
          leaf("entity", kind.name().toLowerCase(Locale.ROOT), name);
      case Clause.AnyEntity(var kind) ->
          leaf("any-entity", kind.name().toLowerCase(Locale.ROOT), "any");
      case Clause.Value(var field, var value) -> leaf("value", field.parameter(), value);
      case Clause.PublishedRange(var first, var last) -> range("published", first, last);
      case Clause.WordsRange(var first, var last) -> range("words", first, last);
      case Clause.All(var parts) -> group("all", parts);
      case Clause.Any(var parts) -> group("any", parts);
      case Clause.Not(var part) -> group("not", List.of(part));
    };
  }

  private static Node node(Span span, @Nullable String field) {
    return switch (span) {
      case Span.Phrase(var text, var isVerbatim) ->
          leaf(isVerbatim ? "verbatim" : "phrase", field, text);
      case Span.Wildcard(var pattern) -> leaf("wildcard", field, pattern);
      case Span.Entity(var kind, var name) -> node(new Clause.Entity(kind, name));
      case Span.AnyEntity(var kind) -> node(new Clause.AnyEntity(kind));
      case Span.Either(var parts) -> placed("any", field, null, nodes(parts));
      case Span.Near(var left, var right, var distance, var isOrdered) ->
          placed(isOrdered ? "pre" : "near", field, distance, nodes(List.of(left, right)));
      case Span.Same(var left, var right, var unit) ->
          placed(
              "same-" + unit.name().toLowerCase(Locale.ROOT),
              field,
              null,
              nodes(List.of(left, right)));
      case Span.First(var part, var words) -> placed("first", field, words, nodes(List.of(part)));
    };
  }

  private static List<Node> nodes(List<Span> spans) {
    return spans.stream().map(span -> node(span, null)).toList();
  }

  private static Node placed(
      String type, @Nullable String field, @Nullable Integer number, List<Node> children) {
    return new Node(type, field, null, null, null, null, number, children);
  }

  private static @Nullable String name(@Nullable TextZone zone) {
    return zone == null ? null : zone.parameter();
  }

  private static Node leaf(String type, @Nullable String field, String text) {
    return new Node(type, field, null, text, null, null, null, null);
  }

  private static Node range(String type, @Nullable Object first, @Nullable Object last) {
    return new Node(
        type,
        null,
        null,
        null,
        Objects.toString(first, null),
        Objects.toString(last, null),
        null,
        null);
  }

  private static Node group(String type, List<Clause> parts) {
    return new Node(
        type, null, null, null, null, null, null, parts.stream().map(ParseAnswer::node).toList());
  }
}
