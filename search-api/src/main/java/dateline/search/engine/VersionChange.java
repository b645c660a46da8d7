package dateline.search.engine;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.corpus.difference.TextDifference;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a version changed, in short. Also tells of texts that may not be shown that they changed.
///
/// @param parts that are different; empty when only what is said of the version is
public record VersionChange(List<ArticlePart> parts, int wordsAdded, int wordsRemoved) {
  public VersionChange {
    parts = List.copyOf(parts);
  }

  static VersionChange between(Article before, Article after) {
    List<TextDifference> texts =
        List.copyOf(differences(before, after, Set.of(Zone.values())).values());
    return new VersionChange(
        Arrays.stream(ArticlePart.values()).filter(part -> part.differs(before, after)).toList(),
        texts.stream().mapToInt(TextDifference::wordsAdded).sum(),
        texts.stream().mapToInt(TextDifference::wordsRemoved).sum());
  }

  /// How the text of zones changed, those that did.
  static Map<Zone, TextDifference> differences(Article before, Article after, Set<Zone> of) {
    var differences = new EnumMap<Zone, TextDifference>(Zone.class);
    for (Zone zone : Zone.values()) {
      if (of.contains(zone) && !before.text(zone).equals(after.text(zone))) {
        differences.put(zone, TextDifference.between(before.text(zone), after.text(zone)));
      }
    }
    return differences;
  }
}
