package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dateline.search.engine.RankingRule;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RankingRulesTest {
  @Test
  void takesEachParagraphWithWeightsForARule() {
    assertEquals(
        List.of(
            new RankingRule("One rule of two lines.", Map.of("a", "1", "b", "2")),
            new RankingRule("", Map.of("c", "0.5"))),
        RankingRules.of(
            """
            # No rule.

            # One rule
            # of two lines.
            a=1
            b=2

            c=0.5
            """));
  }

  @Test
  void tellsEveryWeightOfTheProgramInWords() throws Exception {
    var file = new Properties();
    file.load(RankingRules.class.getResourceAsStream("ranking.properties"));
    var told = new TreeMap<String, String>();
    for (RankingRule rule : RankingRules.shipped()) {
      assertFalse(rule.text().isBlank(), rule::toString);
      told.putAll(rule.weights());
    }

    assertEquals(new TreeMap<>(file), told);
  }
}
