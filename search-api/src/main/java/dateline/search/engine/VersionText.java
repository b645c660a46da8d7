package dateline.search.engine;

import dateline.corpus.Article;
import dateline.corpus.Rights;
import dateline.corpus.Zone;
import dateline.corpus.difference.TextDifference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One version of an article, to be read.
///
/// @param all versions of the article, this one among them, earliest first
/// @param version which one it is
/// @param rights how much of it may be shown
/// @param article as much as that
/// @param differences from the version before, of the texts that are different and may be shown as
///   a whole in both
public record VersionText(
    List<ArticleVersion> all,
    ArticleVersion version,
    Rights rights,
    Article article,
    Map<Zone, TextDifference> differences) {
  public VersionText {
    all = List.copyOf(all);
    differences = Collections.unmodifiableSortedMap(new TreeMap<>(differences));
  }
}
