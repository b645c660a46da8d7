package dateline.index.train;

import dateline.corpus.Article;
import dateline.index.annotate.LinearModel;
import dateline.index.annotate.Models;
import dateline.index.annotate.TextFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Learns which issues articles are about from their text.
public final class IssueTraining implements Training {
  private final Labelled labelled;
  private final List<Example> examples = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  public IssueTraining(Labelled labelled) {
    this.labelled = labelled;
  }

  @Override
  public void add(Article article) {
    if (labelled.isJudged(article)) {
      examples.add(new Example(TextFeatures.of(article), labelled.labels(article)));
      ids.add(article.id().value());
    }
  }

  @Override
  public int size() {
    return examples.size();
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }

  @Override
  public int learn(Path home) throws IOException {
    LinearModel model = new Trainer().train(examples);
    Path file = Models.issues(home);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    model.write(file);
    return model.labels().size();
  }

  @Override
  public Scores crossValidate(int folds, Map<String, Set<String>> assigned) {
    var scores = new Scores();
    for (Folds.Fold fold : Folds.of(examples.size(), folds, 7)) {
      LinearModel model = new Trainer().train(fold.learned().stream().map(examples::get).toList());
      for (int held : fold.held()) {
        Example example = examples.get(held);
        Set<String> labels = new TreeSet<>(model.assigned(example.features()).keySet());
        scores.add(example.labels(), labels);
        assigned.put(ids.get(held), labels);
      }
    }
    return scores;
  }
}
