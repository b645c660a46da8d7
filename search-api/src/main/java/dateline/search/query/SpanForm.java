package dateline.search.query;

import java.util.stream.Collectors;

/// Writes operators of place in their one spelling.
final class SpanForm {
  private SpanForm() {}

  static String of(Clause.Passage passage) {
    String form = of(passage.span());
    if (passage.least() == 1) {
      return form;
    }
    return "ATLEAST/" + passage.least() + " " + (joins(passage.span()) ? "(" + form + ")" : form);
  }

  private static String of(Span span) {
    return switch (span) {
      case Span.Phrase(var text, var isVerbatim) ->
          isVerbatim ? "=" + CanonicalForm.quoted(text) : CanonicalForm.value(text);
      case Span.Wildcard(var pattern) -> pattern;
      case Span.Entity(var kind, var name) -> CanonicalForm.of(new Clause.Entity(kind, name));
      case Span.AnyEntity(var kind) -> CanonicalForm.of(new Clause.AnyEntity(kind));
      case Span.Either(var parts) ->
          parts.stream().map(SpanForm::of).collect(Collectors.joining(" OR "));
      case Span.Near(var left, var right, var distance, var isOrdered) ->
          joined(left, (isOrdered ? "PRE/" : "NEAR/") + distance, right);
      case Span.Same(var left, var right, var unit) -> joined(left, "SAME " + unit, right);
      case Span.First(var part, var words) -> "FIRST/" + words + " " + operand(part);
    };
  }

  /// The operators bind alike and from the left.
  private static String joined(Span left, String operator, Span right) {
    String first = left instanceof Span.Either ? operand(left) : of(left);
    return first + " " + operator + " " + operand(right);
  }

  private static String operand(Span span) {
    return joins(span) ? "(" + of(span) + ")" : of(span);
  }

  private static boolean joins(Span span) {
    return switch (span) {
      case Span.Either _, Span.Near _, Span.Same _ -> true;
      case Span.Phrase _, Span.Wildcard _, Span.Entity _, Span.AnyEntity _, Span.First _ -> false;
    };
  }

  /// Whether it needs brackets behind NOT.
  static boolean isOpen(Clause.Passage passage) {
    return passage.least() == 1 && joins(passage.span());
  }
}
