package dateline.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                              | all articles
          trade                           | articles with the word trade
          indo-pacific security           | articles with most of: indo-pacific, security
          headline:(trade war)            | articles with most of: trade, war in the headline
          "trade war"                     | articles with the phrase “trade war”
          ="Trade War"                    | articles with “Trade War” exactly as written
          tariffs steel "trade war"       | articles with most of: tariffs, steel; with the phrase “trade war”
          person:"Shinzo Abe"             | articles that name the person Shinzo Abe
          place:Japan org:WTO issue:trade | articles that name the place Japan; that name the organisation WTO; about the issue trade
          source:AP section:world         | articles from the source AP; in the section world
          author:Doe lang:en              | articles by Doe; in the language en
          type:review tag:earn            | articles of the type review; tagged earn
          -china summit                   | articles with the word summit; but not with the word china
          -china                          | all articles except those with the word china
          -china -japan                   | articles not with the word china; but not with the word japan
          a AND b OR c                    | articles (with the word a; with the word b) or with the word c
          (a OR b) c                      | articles (with the word a or with the word b); with the word c
          NOT (a OR b) c                  | articles with the word c; but not (with the word a or with the word b)
          published:[1987-03 TO 1987-04]  | articles published from 1987-03 to 1987-04
          published:1987-03               | articles published 1987-03
          published:[-7d TO *]            | articles published 7 days ago or later
          published:[* TO -1y]            | articles published 1 year ago or earlier
          published:[-1200d TO -3m]       | articles published from 1200 days ago to 3 months ago
          published:-0d                   | articles published today
          published:[* TO *]              | articles with a date of publication
          words:[300 TO 1200]             | articles of 300 to 1200 words
          words:[300 TO *] words:[* TO 9] | articles of 300 words or more; of 9 words or fewer
          words:1 OR words:12             | articles of 1 word or of 12 words
          minist*                         | articles with a word like minist*
          color~                          | articles with “color” or a word that is one letter off
          trade NEAR/5 war                | articles with “trade” within 5 words of “war”
          a PRE/1 (b OR "c d")            | articles with “a” at most 1 word before (“b” or “c d”)
          headline:(a NEAR/5 b)           | articles with “a” within 5 words of “b” in the headline
          person:any NEAR/2 person:"Abe"  | articles with some person's name within 2 words of the name of Abe
          a SAME SENTENCE b               | articles with “a” in one sentence with “b”
          a SAME PARA (b NEAR/2 c)        | articles with “a” in one paragraph with (“b” within 2 words of “c”)
          FIRST/50 tariff                 | articles with “tariff” within the first 50 words
          ATLEAST/3 tariff                | articles with “tariff”, 3 times or more
          NOT a NEAR/5 b                  | all articles except those with “a” within 5 words of “b”
          "it's {0}"                      | articles with the phrase “it's {0}”
          """)
  void saysWhatIsAsked(String query, String plainWords) {
    assertEquals(plainWords, PlainWords.of(QueryParser.parse(query).clause(), Match.AUTO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AUTO | articles with most of: trade, war
          ALL  | articles with all of: trade, war
          ANY  | articles with any of: trade, war
          """)
  void saysHowPlainWordsSelect(Match match, String plainWords) {
    assertEquals(plainWords, PlainWords.of(QueryParser.parse("trade war").clause(), match));
  }

  @Test
  void speaksALanguageThatHasAFile() {
    Clause clause = QueryParser.parse("\"trade war\" tariff").clause();

    assertEquals(
        "artikoloj kun la frazo “trade war”; with the word tariff",
        PlainWords.of(clause, Match.AUTO, Locale.forLanguageTag("eo")));
    assertEquals(
        "articles with the phrase “trade war”; with the word tariff",
        PlainWords.of(clause, Match.AUTO, Locale.JAPAN));
  }
}
