package dateline.search.lucene;

import dateline.search.engine.RankingRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The text of `ranking.properties`: each paragraph of comment is a rule, and the lines below it
/// are its weights.
final class RankingRules {
  private RankingRules() {}

  static List<RankingRule> shipped() {
    try (InputStream in =
        Objects.requireNonNull(RankingRules.class.getResourceAsStream("ranking.properties"))) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read ranking.properties of this build", e);
    }
  }

  /// A paragraph without weights is no rule.
  static List<RankingRule> of(String file) {
    var rules = new ArrayList<RankingRule>();
    for (String paragraph : file.strip().split("\\R{2,}")) {
      List<String> lines = paragraph.lines().toList();
      String text =
          lines.stream()
              .filter(line -> line.startsWith("#"))
              .map(line -> line.substring(1).strip())
              .collect(Collectors.joining(" "));
      Map<String, String> weights = new LinkedHashMap<>();
      lines.stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("=", 2))
          .forEach(weight -> weights.put(weight[0], weight[1]));
      if (!weights.isEmpty()) {
        rules.add(new RankingRule(text, weights));
      }
    }
    return rules;
  }
}
