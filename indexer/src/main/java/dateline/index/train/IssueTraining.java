package dateline.index.train;

import dateline.corpus.Article;
import dateline.index.annotate.LinearModel;
import dateline.index.annotate.TextFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Learns which issues articles are about from their text.
public final class IssueTraining {
  /// The usual value for features of unit length.
  private static final double COST = 1;

  /// With fewer there is nothing to tell apart.
  public static final int ARTICLES_MIN = 10;

  private final Labelled labelled;
  private final List<Example> examples = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  public IssueTraining(Labelled labelled) {
    this.labelled = labelled;
  }

  public void add(Article article) {
    if (labelled.isJudged(article)) {
      examples.add(
          new Example(examples.size(), TextFeatures.of(article), labelled.labels(article)));
      ids.add(article.id().value());
    }
  }

  /// Articles to learn from.
  public int size() {
    return examples.size();
  }

  public LinearModel train() {
    return new Trainer(COST, true).train(examples);
  }

  /// Assigns to each article what a model says that was trained without its fold.
  ///
  /// @param assigned filled with the labels of each article's id
  public Scores crossValidate(int folds, Map<String, Set<String>> assigned) {
    int[] fold = Trainer.folds(examples, folds, 7);
    var scores = new Scores();
    for (int held = 0; held < folds; held++) {
      var others = new ArrayList<Example>();
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] != held) {
          Example example = examples.get(i);
          others.add(new Example(others.size(), example.features(), example.labels()));
        }
      }
      LinearModel model = new Trainer(COST, true).train(others);
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] == held) {
          Set<String> labels = new TreeSet<>(model.assigned(examples.get(i).features()).keySet());
          scores.add(examples.get(i).labels(), labels);
          assigned.put(ids.get(i), labels);
        }
      }
    }
    return scores;
  }
}
