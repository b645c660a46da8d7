package dateline.search.query;

import dateline.search.query.Token.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a clause in the one spelling that parses back to it.
///
/// Clauses that say the same by flattening have one spelling. It parses back as long as the clause
/// keeps the limits of [QueryParser]. A field that holds for all parts of a clause is written once,
/// before the group.
public final class CanonicalForm {
  private CanonicalForm() {}

  public static String of(Clause clause) {
    String form = within(NormalForm.of(clause), null);
    boolean readsAsSentence =
        !(clause instanceof Clause.Ranked) && Lexer.isInCapitals(form.codePoints().toArray());
    return readsAsSentence ? "(" + form + ")" : form;
  }

  /// @param zone written already, before the group that the clause stands in
  private static String within(Clause clause, @Nullable TextZone zone) {
    return switch (clause) {
      case Clause.Everything _ -> "*";
      case Clause.Ranked(var words, var own) -> ranked(words, own == zone ? null : own);
      case Clause.Phrase(var text, var own, var isVerbatim) ->
          prefix(own == zone ? null : own) + (isVerbatim ? "=" : "") + quoted(text);
      case Clause.Passage passage -> passage(passage, zone);
      case Clause.Entity(var kind, var name) ->
          SearchField.nameOf(kind)
              + ":"
              + (name.equalsIgnoreCase(SearchField.ANY) ? quoted(name) : value(name));
      case Clause.AnyEntity(var kind) -> SearchField.nameOf(kind) + ":" + SearchField.ANY;
      case Clause.Value(var field, var value) -> field.parameter() + ":" + value(value);
      case Clause.PublishedRange(var first, var last) -> "published:" + range(first, last);
      case Clause.WordsRange(var first, var last) -> "words:" + range(first, last);
      case Clause.All(var parts) -> joined(clause, parts, " AND ", zone);
      case Clause.Any(var parts) -> joined(clause, parts, " OR ", zone);
      case Clause.Not(var part) -> "NOT " + operand(part, zone);
    };
  }

  private static String ranked(List<String> words, @Nullable TextZone zone) {
    String plain = words.stream().map(CanonicalForm::word).collect(Collectors.joining(" "));
    return zone != null && words.size() > 1
        ? prefix(zone) + "(" + plain + ")"
        : prefix(zone) + plain;
  }

  private static String passage(Clause.Passage passage, @Nullable TextZone zone) {
    String form = SpanForm.of(passage);
    if (passage.zone() == zone) {
      return form;
    }
    boolean isWord = passage.least() == 1 && passage.span() instanceof Span.Wildcard;
    return prefix(passage.zone()) + (isWord ? form : "(" + form + ")");
  }

  private static String joined(
      Clause clause, List<Clause> parts, String operator, @Nullable TextZone zone) {
    TextZone common = zoneOf(clause);
    boolean isHoisted = common != null && common != zone;
    TextZone inner = isHoisted ? common : zone;
    String joined =
        parts.stream()
            .map(part -> clause instanceof Clause.All ? factor(part, inner) : within(part, inner))
            .collect(Collectors.joining(operator));
    return isHoisted ? prefix(common) + "(" + joined + ")" : joined;
  }

  /// A part of an `All`: only an `Any` binds more loosely.
  private static String factor(Clause part, @Nullable TextZone zone) {
    return part instanceof Clause.Any ? bracketed(part, zone) : within(part, zone);
  }

  private static String operand(Clause part, @Nullable TextZone zone) {
    boolean isOpen =
        part instanceof Clause.Passage passage
            && passage.zone() == zone
            && SpanForm.isOpen(passage);
    return isOpen || part instanceof Clause.Any || part instanceof Clause.All
        ? bracketed(part, zone)
        : within(part, zone);
  }

  private static String bracketed(Clause part, @Nullable TextZone zone) {
    TextZone common = zoneOf(part);
    boolean hasBrackets = common != null && common != zone;
    return hasBrackets ? within(part, zone) : "(" + within(part, zone) + ")";
  }

  /// The text field that every leaf has; null when they differ or have none.
  private static @Nullable TextZone zoneOf(Clause clause) {
    return switch (clause) {
      case Clause.Ranked(_, var zone) -> zone;
      case Clause.Phrase(_, var zone, _) -> zone;
      case Clause.Passage(_, _, var zone) -> zone;
      case Clause.All(var parts) -> commonZone(parts);
      case Clause.Any(var parts) -> commonZone(parts);
      case Clause.Not(var part) -> zoneOf(part);
      case Clause.Everything _,
          Clause.Entity _,
          Clause.AnyEntity _,
          Clause.Value _,
          Clause.PublishedRange _,
          Clause.WordsRange _ ->
          null;
    };
  }

  private static @Nullable TextZone commonZone(List<Clause> parts) {
    TextZone first = zoneOf(parts.getFirst());
    return parts.stream().allMatch(part -> zoneOf(part) == first) ? first : null;
  }

  private static String prefix(@Nullable TextZone zone) {
    return zone == null ? "" : zone.parameter() + ":";
  }

  private static String range(@Nullable Object first, @Nullable Object last) {
    return "[" + (first == null ? "*" : first) + " TO " + (last == null ? "*" : last) + "]";
  }

  static String value(String value) {
    return readsAsWord(value) ? value : quoted(value);
  }

  private static String word(String word) {
    return readsAsWord(word) ? word : escaped(word);
  }

  /// Whether the parser takes it for this word, whatever words stand beside it.
  private static boolean readsAsWord(String text) {
    int[] characters = ("x " + text + " x").codePoints().toArray();
    var problems = new Problems(characters);
    List<Token> tokens = Lexer.tokens(characters, true, problems);
    return tokens.size() == 3
        && tokens.get(1).kind() == Kind.WORD
        && tokens.get(1).text().equals(text)
        && problems.first(1).isEmpty();
  }

  private static String escaped(String word) {
    var escaped = new StringBuilder();
    word.codePoints()
        .forEach(character -> {
          boolean isSign = !Signs.isLetter(character) && !Signs.isMark(character);
          if (isSign || escaped.isEmpty()) {
            escaped.append('\\');
          }
          escaped.appendCodePoint(character);
        });
    return escaped.toString();
  }

  static String quoted(String text) {
    boolean hasLetter = text.codePoints().anyMatch(Signs::isLetter);
    var quoted = new StringBuilder(hasLetter ? "\"" : "\"\\");
    boolean isEscaped = !hasLetter;
    for (int character : text.codePoints().toArray()) {
      if (!isEscaped && (character == '\\' || Signs.isQuote(character))) {
        quoted.append('\\');
      }
      isEscaped = false;
      quoted.appendCodePoint(character);
    }
    return quoted.append('"').toString();
  }
}
