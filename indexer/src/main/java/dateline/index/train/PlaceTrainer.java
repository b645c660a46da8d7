package dateline.index.train;

import dateline.index.annotate.PlaceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Learns a model of places: the sums on all articles, the thresholds on folds that were held back.
final class PlaceTrainer {
  private static final int INNER_FOLDS = 3;

  private PlaceTrainer() {}

  static PlaceModel train(List<NamingArticle> articles) {
    var decisions = new ArrayList<Decision>();
    for (Folds.Fold fold : Folds.of(articles.size(), INNER_FOLDS, 1)) {
      PlaceModel model =
          new PlaceRegression(fold.learned().stream().map(articles::get).toList())
              .fit(PlaceThresholds.EVEN);
      for (int held : fold.held()) {
        addDecisions(model, articles.get(held), decisions);
      }
    }
    return new PlaceRegression(articles).fit(PlaceThresholds.of(decisions));
  }

  private static void addDecisions(
      PlaceModel model, NamingArticle article, List<Decision> decisions) {
    Map<String, Double> sums = model.sums(article.evidence(), article.words());
    sums.forEach((country, sum) ->
        decisions.add(new Decision(country, sum, article.wanted().contains(country))));
    for (String country : article.wanted()) {
      if (!sums.containsKey(country)) {
        decisions.add(new Decision(country, Double.NEGATIVE_INFINITY, true));
      }
    }
  }
}
