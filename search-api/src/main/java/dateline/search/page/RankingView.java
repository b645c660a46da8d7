package dateline.search.page;

import dateline.search.engine.RankingRule;
import java.util.List;
import java.util.Map;

/// The page that tells how hits are ordered.
public record RankingView(Frame frame, List<Rule> rules) {
  /// Sentences, and the numbers in them by their names.
  public record Rule(String text, Map<String, String> weights) {}

  static RankingView of(Frame frame, List<RankingRule> rules) {
    return new RankingView(
        frame, rules.stream().map(rule -> new Rule(rule.text(), rule.weights())).toList());
  }
}
