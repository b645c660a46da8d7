package dateline.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The one tree among those that say the same by flattening: no `All` in an `All`, no `Any` in an
/// `Any`, none of them with fewer than two parts, no double `Not`, no `Everything` in an `All`, and
/// single spaces in phrases and values.
///
/// Order, repetition and the grouping of ranked words stay: they change scores or meaning.
final class NormalForm {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

  private NormalForm() {}

  static Clause of(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything -> everything;
      case Clause.Ranked ranked -> ranked;
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          new Clause.Phrase(spaced(text), zone, isVerbatim);
      case Clause.Passage(var span, var least, var zone) ->
          new Clause.Passage(of(span), least, zone);
      case Clause.Entity(var kind, var name) -> new Clause.Entity(kind, spaced(name));
      case Clause.AnyEntity any -> any;
      case Clause.Value(var field, var value) -> new Clause.Value(field, spaced(value));
      case Clause.PublishedRange range -> range;
      case Clause.WordsRange range -> range;
      case Clause.All(var parts) -> all(parts.stream().map(NormalForm::of).toList());
      case Clause.Any(var parts) -> any(parts.stream().map(NormalForm::of).toList());
      case Clause.Not(var part) -> not(of(part));
    };
  }

  /// No `Either` in an `Either`.
  private static Span of(Span span) {
    return switch (span) {
      case Span.Phrase(var text, var isVerbatim) -> new Span.Phrase(spaced(text), isVerbatim);
      case Span.Wildcard wildcard -> wildcard;
      case Span.Entity(var kind, var name) -> new Span.Entity(kind, spaced(name));
      case Span.AnyEntity any -> any;
      case Span.Either(var parts) -> either(parts.stream().map(NormalForm::of).toList());
      case Span.Near(var left, var right, var distance, var isOrdered) ->
          new Span.Near(of(left), of(right), distance, isOrdered);
      case Span.Same(var left, var right, var unit) -> new Span.Same(of(left), of(right), unit);
      case Span.First(var part, var words) -> new Span.First(of(part), words);
    };
  }

  /// @param parts in normal form, one or more
  static Span either(List<Span> parts) {
    var flat = new ArrayList<Span>();
    for (Span part : parts) {
      if (part instanceof Span.Either(var inner)) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new Span.Either(flat);
  }

  static String spaced(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /// @param parts in normal form; none means everything
  static Clause all(List<Clause> parts) {
    var flat = new ArrayList<Clause>();
    for (Clause part : parts) {
      switch (part) {
        case Clause.Everything _ -> {}
        case Clause.All(var inner) -> flat.addAll(inner);
        default -> flat.add(part);
      }
    }
    return switch (flat.size()) {
      case 0 -> new Clause.Everything();
      case 1 -> flat.getFirst();
      default -> new Clause.All(flat);
    };
  }

  /// @param parts in normal form; none means nothing
  static Clause any(List<Clause> parts) {
    var flat = new ArrayList<Clause>();
    for (Clause part : parts) {
      if (part instanceof Clause.Any(var inner)) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    return switch (flat.size()) {
      case 0 -> new Clause.Not(new Clause.Everything());
      case 1 -> flat.getFirst();
      default -> new Clause.Any(flat);
    };
  }

  /// @param part in normal form
  static Clause not(Clause part) {
    return part instanceof Clause.Not(var inner) ? inner : new Clause.Not(part);
  }
}
