package dateline.index.train;

import dateline.corpus.Article;
import java.util.Set;
import java.util.TreeSet;

/// The articles that may be learned from.
///
/// @param field which of the source's own tags holds the labels, as `topics`
/// @param whereName a further field that must have [#whereValue]; empty for none
public record Labelled(String field, LabelMap ids, String whereName, String whereValue) {

  /// Ids of the article's labels; empty when it has none.
  Set<String> labels(Article article) {
    var labels = new TreeSet<String>();
    String prefix = field + ":";
    for (String tag : article.sourceTags()) {
      if (tag.startsWith(prefix)) {
        labels.add(ids.id(tag.substring(prefix.length())));
      }
    }
    return labels;
  }

  /// Whether the lack of a label says something too: where a condition is given, all that meet it
  /// were judged; else only articles with a label.
  boolean isJudged(Article article) {
    return whereName.isEmpty()
        ? !labels(article).isEmpty()
        : whereValue.equalsIgnoreCase(article.details().getOrDefault(whereName, ""));
  }
}
