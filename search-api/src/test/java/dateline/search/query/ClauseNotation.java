package dateline.search.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Clauses as tests write them: `[ranked words]`, `"phrase"`, `="verbatim"`, each after the name of
/// its text field; `<stretch>` and `<3x stretch>` with `(near5 …)` `(pre5 …)` `(sentence …)` `(para
/// …)` `(first50 …)` in it; `{field value}`, `{published first..last}`; `(& all parts)`, `(| any
/// part)`, `(! not)`; `*` for everything.
final class ClauseNotation {
  private ClauseNotation() {}

  static String of(Clause clause) {
    return switch (clause) {
      case Clause.Everything _ -> "*";
      case Clause.Ranked(var words, var zone) -> of(zone) + "[" + String.join(" ", words) + "]";
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          of(zone) + (isVerbatim ? "=" : "") + '"' + text + '"';
      case Clause.Passage(var span, var least, var zone) ->
          of(zone) + "<" + (least == 1 ? "" : least + "x ") + of(span) + ">";
      case Clause.Entity(var kind, var name) -> "{" + SearchField.nameOf(kind) + " " + name + "}";
      case Clause.AnyEntity(var kind) -> "{any " + SearchField.nameOf(kind) + "}";
      case Clause.Value(var field, var value) -> "{" + field.parameter() + " " + value + "}";
      case Clause.PublishedRange(var first, var last) -> "{published " + ends(first, last) + "}";
      case Clause.WordsRange(var first, var last) -> "{words " + ends(first, last) + "}";
      case Clause.All(var parts) -> "(& " + of(parts) + ")";
      case Clause.Any(var parts) -> "(| " + of(parts) + ")";
      case Clause.Not(var part) -> "(! " + of(part) + ")";
    };
  }

  private static String of(Span span) {
    return switch (span) {
      case Span.Phrase(var text, var isVerbatim) -> (isVerbatim ? "=" : "") + '"' + text + '"';
      case Span.Wildcard(var pattern) -> pattern;
      case Span.Entity(var kind, var name) -> of(new Clause.Entity(kind, name));
      case Span.AnyEntity(var kind) -> of(new Clause.AnyEntity(kind));
      case Span.Either(var parts) ->
          parts.stream().map(ClauseNotation::of).collect(Collectors.joining(" ", "(| ", ")"));
      case Span.Near(var left, var right, var distance, var isOrdered) ->
          "(" + (isOrdered ? "pre" : "near") + distance + " " + of(left) + " " + of(right) + ")";
      case Span.Same(var left, var right, var unit) ->
          "(" + unit.name().toLowerCase(Locale.ROOT) + " " + of(left) + " " + of(right) + ")";
      case Span.First(var part, var words) -> "(first" + words + " " + of(part) + ")";
    };
  }

  private static String of(List<Clause> parts) {
    return parts.stream().map(ClauseNotation::of).collect(Collectors.joining(" "));
  }

  private static String of(@Nullable TextZone zone) {
    return zone == null ? "" : zone.name().toLowerCase(Locale.ROOT);
  }

  private static String ends(@Nullable Object first, @Nullable Object last) {
    return (first == null ? "*" : first) + ".." + (last == null ? "*" : last);
  }
}
