package dateline.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of a query is exchanged, and that all else stays as it was typed.
final class WordExchangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tarifs in  Japan                  | tarifs, in, Japan
          "prime minister" +tarifs          | prime, minister, tarifs
          headline:tarifs AND (rice OR tax) | tarifs, rice, tax
          tarifs NEAR/5 "steel trade"       | tarifs, steel, trade
          ="Tarifs" caps(TARIFS) tarif*     |
          person:Tarifs source:tarifs -tarifs NOT rice |
          """)
  void looksAtPlainWordsAndPhrases(String query, String words) {
    assertEquals(
        words == null ? List.of() : List.of(words.split(", ")),
        WordExchange.words(QueryParser.parse(query).clause()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tarifs                                 | tariffs
          `  Tarifs,  tarifs! `                  | `  Tarifs,  tariffs! `
          “trade tarifs” AND place:Japan         | “trade tariffs” AND place:Japan
          (tarifs NEAR/5 rice) published:1987    | (tariffs NEAR/5 rice) published:1987
          headline:tarifs or -minus "a b"        | headline:tariffs or -minus "a b"
          person:tarifs AND tarifs               | person:tarifs AND tariffs
          tarifs ="tarifs"                       | tariffs ="tarifs"
          tarifs -tarifs                         | tariffs -tarifs
          tarifs-tax                             |
          person:tarifs                          |
          tarifs tarifs person:tarifs            |
          """)
  void exchangesOneWord(String query, String exchanged) {
    assertEquals(
        exchanged,
        WordExchange.exchanged(QueryParser.parse(query), "tarifs", "tariffs")
            .map(ParsedQuery::text)
            .orElse(null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          worldcup final     | world cup final
          "worldcup final"   | "world cup final"
          headline:worldcup  |
          +worldcup final    |
          """)
  void putsTwoWordsInThePlaceOfOneWhereTheyMeanTheSame(String query, String exchanged) {
    assertEquals(
        exchanged,
        WordExchange.exchanged(QueryParser.parse(query), "worldcup", "world cup")
            .map(ParsedQuery::text)
            .orElse(null));
  }

  @ParameterizedTest
  @CsvSource({
    "+tarifs AND japan, +tariffs AND japan",
    "tarifs && !rice, tariffs && !rice",
    "headline:(tarifs japan), headline:(tariffs japan)"
  })
  void readsTheSpellingOfLuceneToo(String query, String exchanged) {
    assertEquals(
        exchanged,
        WordExchange.exchanged(Syntax.LUCENE.parse(query), "tarifs", "tariffs")
            .map(ParsedQuery::text)
            .orElse(null));
  }
}
