package dateline.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                               | *
          trade  war -china                | trade war AND NOT china
          +japan trade security            | japan AND trade security
          tariffs "trade war" china        | tariffs china AND "trade war"
          (a OR b) c                       | (a OR b) AND c
          a AND b OR c                     | a AND b OR c
          -(a b)                           | NOT a b
          -(a OR b)                        | NOT (a OR b)
          title:(trade war)                | headline:(trade war)
          headline:(a b OR -c)             | headline:(a b OR NOT c)
          headline:a OR headline:b         | headline:(a OR b)
          headline:(a OR b) c              | headline:(a OR b) AND c
          -headline:(a "b c")              | NOT headline:(a AND "b c")
          headline:(a body:b)              | headline:a AND body:b
          source:(New York Times)          | source:"New York Times"
          people:Abe                       | person:Abe
          tag:topic:earn                   | tag:"topic:earn"
          published:1987-03                | published:[1987-03 TO 1987-03]
          published:[* to -7D]             | published:[* TO -7d]
          words:[300 TO *]                 | words:[300 TO *]
          =“Trade War”                     | ="Trade War"
          Update: well...                  | Update well
          (USA AND EU AND UN AND NOT JAPAN) | (USA AND EU AND UN AND NOT JAPAN)
          a near5 b w/s c                  | a NEAR/5 b SAME SENTENCE c
          a NEAR (b PRE/2 c)               | a NEAR/5 (b PRE/2 c)
          headline:a w/5 b                 | headline:(a NEAR/5 b)
          hd=minist*                       | headline:minist*
          colour~                          | colour~2
          -(a NEAR/5 b)                    | NOT (a NEAR/5 b)
          tariff /F50/                     | FIRST/50 tariff
          FIRST/50 atleast3 (a OR b)       | ATLEAST/3 FIRST/50 (a OR b)
          caps(US)                         | ="US"
          before:1988                      | published:[* TO 1987]
          -AND                             | NOT \\AND
          """)
  void writesTheOneSpelling(String query, String canonical) {
    assertEquals(canonical, CanonicalForm.of(QueryParser.parse(query).clause()));
  }

  @Test
  void parsesBackToTheClause() {
    int seeds = System.getProperty("test.counts", "short").equals("long") ? 200_000 : 500;
    for (int seed = 0; seed < seeds; seed++) {
      parsesBackToTheClause(seed);
    }
  }

  private static void parsesBackToTheClause(int seed) {
    Clause clause = new RandomClauses(new Random(seed)).clause(3);
    String canonical = CanonicalForm.of(clause);
    ParsedQuery parsed = QueryParser.parse(canonical);

    String where =
        "seed %d: %s%n(all seeds: mvn -pl search-api -am verify -Dtest=CanonicalFormTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.counts=long)"
            .formatted(seed, canonical);
    assertEquals(List.of(), parsed.problems(), where);
    assertEquals(NormalForm.of(clause), parsed.clause(), where);
    assertEquals(canonical, CanonicalForm.of(parsed.clause()), where);
  }
}
