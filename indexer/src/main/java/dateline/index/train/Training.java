package dateline.index.train;

import dateline.corpus.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Learns one field from the labels of articles.
public sealed interface Training permits IssueTraining, PlaceTraining {
  /// With fewer there is nothing to tell apart.
  int ARTICLES_MIN = 10;

  /// Takes an article in if it may be learned from.
  void add(Article article);

  /// Articles to learn from.
  int size();

  /// What people should know of the labels before they trust what was learned.
  List<String> remarks();

  /// Assigns to each article what a model says that was trained without its fold.
  ///
  /// @param assigned filled with the labels of each article's id, as the articles have them
  Scores crossValidate(int folds, Map<String, Set<String>> assigned);

  /// Learns from all articles and writes the model that the next run of an archive uses.
  ///
  /// @return labels that were learned
  int learn(Path home) throws IOException;
}
