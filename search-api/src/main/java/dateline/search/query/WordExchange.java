package dateline.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Puts one word of a query in the place of another, in the text as it was typed, so that quotation
/// marks, operators, fields and whatever else was typed stay what they are.
///
/// Only words that an article should hold as words are looked at: plain ones, and those of phrases
/// that are no verbatim ones. Names of entities, values of fields, patterns and what is excluded
/// are not.
public final class WordExchange {
  /// Most places that are tried where a word stands more than once and not all of them count.
  private static final int PLACES_MAX = 8;

  private WordExchange() {}

  /// The words that can be exchanged, in the order of the query, repeated as they are.
  public static List<String> words(Clause clause) {
    var words = new ArrayList<String>();
    mapped(
        clause,
        word -> {
          words.add(word);
          return word;
        });
    return words;
  }

  /// The query with another word, wherever the old one can be exchanged; empty where that cannot be
  /// done without changing anything else.
  ///
  /// @param word one of [#words]
  /// @param meant instead of it; may be several words
  public static Optional<ParsedQuery> exchanged(ParsedQuery query, String word, String meant) {
    Clause wanted = mapped(query.clause(), each -> each.equals(word) ? meant : each);
    return texts(query.text(), word, meant)
        .map(query.syntax()::parse)
        .filter(other -> other.problems().isEmpty() && other.clause().equals(wanted))
        .findFirst();
  }

  /// The text with all places exchanged; then, since some may be no plain words, with one.
  private static Stream<String> texts(String text, String word, String meant) {
    List<Integer> places = places(text, word);
    var all = new StringBuilder(text);
    for (int place : places.reversed()) {
      all.replace(place, place + word.length(), meant);
    }
    Stream<String> single =
        places.stream()
            .limit(PLACES_MAX)
            .map(place -> new StringBuilder(text).replace(place, place + word.length(), meant))
            .map(StringBuilder::toString);
    return places.isEmpty() ? Stream.of() : Stream.concat(Stream.of(all.toString()), single);
  }

  private static List<Integer> places(String text, String word) {
    var places = new ArrayList<Integer>();
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean isWhole =
          (at == 0 || !Signs.isLetter(text.codePointBefore(at)))
              && (end == text.length() || !Signs.isLetter(text.codePointAt(end)));
      if (isWhole) {
        places.add(at);
      }
      at = text.indexOf(word, isWhole ? end : at + 1);
    }
    return places;
  }

  private static Clause mapped(Clause clause, UnaryOperator<String> exchange) {
    return switch (clause) {
      case Clause.Ranked(var words, var zone) ->
          new Clause.Ranked(
              words.stream()
                  .flatMap(word -> Arrays.stream(exchange.apply(word).split(" ")))
                  .toList(),
              zone);
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          new Clause.Phrase(isVerbatim ? text : phrase(text, exchange), zone, isVerbatim);
      case Clause.Passage(var span, var least, var zone) ->
          new Clause.Passage(mapped(span, exchange), least, zone);
      case Clause.All(var parts) ->
          new Clause.All(parts.stream().map(part -> mapped(part, exchange)).toList());
      case Clause.Any(var parts) ->
          new Clause.Any(parts.stream().map(part -> mapped(part, exchange)).toList());
      case Clause.Everything _,
          Clause.Entity _,
          Clause.AnyEntity _,
          Clause.Value _,
          Clause.PublishedRange _,
          Clause.WordsRange _,
          Clause.Not _ ->
          clause;
    };
  }

  private static Span mapped(Span span, UnaryOperator<String> exchange) {
    return switch (span) {
      case Span.Phrase(var text, var isVerbatim) ->
          new Span.Phrase(isVerbatim ? text : phrase(text, exchange), isVerbatim);
      case Span.Either(var parts) ->
          new Span.Either(parts.stream().map(part -> mapped(part, exchange)).toList());
      case Span.Near(var left, var right, var distance, var isOrdered) ->
          new Span.Near(mapped(left, exchange), mapped(right, exchange), distance, isOrdered);
      case Span.Same(var left, var right, var unit) ->
          new Span.Same(mapped(left, exchange), mapped(right, exchange), unit);
      case Span.First(var part, var words) -> new Span.First(mapped(part, exchange), words);
      case Span.Wildcard _, Span.Entity _, Span.AnyEntity _ -> span;
    };
  }

  private static String phrase(String text, UnaryOperator<String> exchange) {
    return String.join(" ", Arrays.stream(text.split(" ")).map(exchange).toList());
  }
}
