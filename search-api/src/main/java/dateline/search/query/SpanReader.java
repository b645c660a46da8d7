package dateline.search.query;

import dateline.corpus.EntityKind;
import dateline.search.query.Problems.Edit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes stretches of text out of the operands of an operator of place. What cannot stand at a
/// place is reported, and the operands are then joined by AND.
final class SpanReader {
  private final Problems problems;

  SpanReader(Problems problems) {
    this.problems = problems;
  }

  /// @param zone that the operand names; null for none
  private record Placed(Span span, @Nullable TextZone zone) {}

  /// @param zone of the group around them; null for none
  Clause joined(Clause left, Token operator, Clause right, @Nullable TextZone zone) {
    Placed first = placed(left);
    Placed second = placed(right);
    String why =
        first == null || second == null
            ? "joins words, phrases, names and alternatives of them"
            : reasonAgainst(first, second);
    if (first == null || second == null || why != null) {
      problems.add(
          "query.no-place",
          operator.start(),
          "The operator %s %s %s, so AND was read instead."
              .formatted(operator.text(), Problems.place(operator.start()), why),
          new Edit(operator.start(), operator.end(), "AND"));
      return NormalForm.all(List.of(left, right));
    }
    TextZone own = first.zone == null ? second.zone : first.zone;
    return new Clause.Passage(
        span(first.span, operator.text(), second.span), 1, own == null ? zone : own);
  }

  private static @Nullable String reasonAgainst(Placed first, Placed second) {
    if (first.zone != null && second.zone != null && first.zone != second.zone) {
      return "joins what stands in one field, and “%s” is another than “%s”"
          .formatted(second.zone.parameter(), first.zone.parameter());
    }
    return isVerbatim(first.span) || isVerbatim(second.span)
        ? "does not join words as typed"
        : null;
  }

  /// Words as typed are counted otherwise: a compound written closed is one word there.
  private static boolean isVerbatim(Span span) {
    return switch (span) {
      case Span.Phrase(_, var isVerbatim) -> isVerbatim;
      case Span.Either(var parts) -> parts.stream().anyMatch(SpanReader::isVerbatim);
      case Span.First(var part, _) -> isVerbatim(part);
      case Span.Wildcard _, Span.Entity _, Span.AnyEntity _, Span.Near _, Span.Same _ -> false;
    };
  }

  private static Span span(Span left, String operator, Span right) {
    if (operator.startsWith("SAME")) {
      return new Span.Same(
          left, right, operator.endsWith("PARA") ? Span.Unit.PARA : Span.Unit.SENTENCE);
    }
    int distance = numberOf(operator);
    return new Span.Near(left, right, distance, operator.startsWith("PRE"));
  }

  private static int numberOf(String operator) {
    return Integer.parseInt(operator.substring(operator.indexOf('/') + 1));
  }

  /// @param zone of the group around it; null for none
  Clause limited(Token operator, Clause operand, @Nullable TextZone zone) {
    boolean isFirst = operator.text().startsWith("FIRST");
    int least = operand instanceof Clause.Passage passage ? passage.least() : 1;
    Placed placed =
        operand instanceof Clause.Passage passage
            ? new Placed(passage.span(), passage.zone())
            : placed(operand);
    if (placed == null) {
      problems.add(
          "query.no-place",
          operator.start(),
          "The operator %s %s stands beside words, phrases, names and alternatives of them, so it was left out."
              .formatted(operator.text(), Problems.place(operator.start())),
          new Edit(operator.start(), operator.end(), ""));
      return operand;
    }
    TextZone own = placed.zone == null ? zone : placed.zone;
    int number = numberOf(operator.text());
    if (isFirst) {
      return new Clause.Passage(new Span.First(placed.span, number), least, own);
    }
    int asked = Math.max(least, number);
    return asked == 1 ? operand : new Clause.Passage(placed.span, asked, own);
  }

  /// Null where it has no place.
  private static @Nullable Placed placed(Clause clause) {
    return switch (clause) {
      case Clause.Ranked(var words, var zone) ->
          new Placed(new Span.Phrase(NormalForm.spaced(String.join(" ", words)), false), zone);
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          new Placed(new Span.Phrase(text, isVerbatim), zone);
      case Clause.Passage(var span, var least, var zone) ->
          least == 1 ? new Placed(span, zone) : null;
      case Clause.Entity(var kind, var name) ->
          kind == EntityKind.ISSUE ? null : new Placed(new Span.Entity(kind, name), null);
      case Clause.AnyEntity(var kind) ->
          kind == EntityKind.ISSUE ? null : new Placed(new Span.AnyEntity(kind), null);
      case Clause.Any(var parts) -> either(parts);
      case Clause.Everything _,
          Clause.Value _,
          Clause.PublishedRange _,
          Clause.WordsRange _,
          Clause.All _,
          Clause.Not _ ->
          null;
    };
  }

  private static @Nullable Placed either(List<Clause> parts) {
    var spans = new ArrayList<Span>();
    TextZone zone = null;
    for (Clause part : parts) {
      Placed placed = placed(part);
      boolean isElsewhere =
          placed != null && zone != null && placed.zone != null && placed.zone != zone;
      if (placed == null || isElsewhere) {
        return null;
      }
      zone = placed.zone == null ? zone : placed.zone;
      spans.add(placed.span);
    }
    return new Placed(NormalForm.either(spans), zone);
  }

  /// Words in brackets behind `caps`.
  ///
  /// @param group null when it says nothing
  @Nullable Clause asTyped(Token sign, @Nullable Clause group) {
    return switch (group) {
      case null -> null;
      case Clause.Ranked(var words, var zone) ->
          new Clause.Phrase(NormalForm.spaced(String.join(" ", words)), zone, true);
      case Clause.Phrase(var text, var zone, _) -> new Clause.Phrase(text, zone, true);
      case Clause other -> {
        problems.add(
            "query.caps-of-words",
            sign.start(),
            "caps(…) %s takes words alone, so it was left out. Write caps() around each word."
                .formatted(Problems.place(sign.start())),
            new Edit(sign.start(), sign.end(), ""));
        yield other;
      }
    };
  }

  /// Words side by side in brackets are read as a phrase, and this is said.
  void tellOfPhrase(Token opening, Clause group) {
    if (group instanceof Clause.Ranked(var words, _) && words.size() > 1) {
      problems.add(
          "query.words-without-operator",
          opening.start(),
          "The words in brackets %s stand beside an operator of place, and were read as a phrase. Write quotation marks around them, or OR between them."
              .formatted(Problems.place(opening.start())),
          null);
    }
  }
}
