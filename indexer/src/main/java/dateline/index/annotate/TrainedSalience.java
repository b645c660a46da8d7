package dateline.index.annotate;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides by a trained model which countries an article is about.
///
/// What lies in a country keeps the decision that hand-set weights took where the article is about
/// the country, and is named in passing elsewhere. Where the country itself is not named, its
/// strongest place stands for it.
final class TrainedSalience {
  private final Gazetteer gazetteer;
  private final PlaceModel model;

  TrainedSalience(Gazetteer gazetteer, PlaceModel model) {
    this.gazetteer = gazetteer;
    this.model = model;
  }

  List<FoundEntity> decide(Article article, List<FoundEntity> found) {
    Set<String> about =
        model.about(PlaceEvidence.of(article, found, gazetteer), TextFeatures.of(article));
    Map<String, FoundEntity> standing = new HashMap<>();
    for (FoundEntity entity : found) {
      if (isInCountry(entity)) {
        standing.merge(today(entity), entity, this::nearer);
      }
    }
    var decided = new ArrayList<FoundEntity>();
    for (FoundEntity entity : found) {
      if (isInCountry(entity)) {
        boolean isStanding = entity.equals(standing.get(today(entity)));
        boolean isSalient =
            about.contains(today(entity))
                && (isStanding || isCountry(entity) || entity.isSalient());
        decided.add(entity.withSalience(isSalient));
      } else {
        decided.add(entity);
      }
    }
    return decided;
  }

  private String today(FoundEntity place) {
    return gazetteer.countryToday(String.valueOf(place.country()));
  }

  private FoundEntity nearer(FoundEntity one, FoundEntity other) {
    if (isCountry(one) != isCountry(other)) {
      return isCountry(one) ? one : other;
    }
    return other.score() > one.score() ? other : one;
  }

  private static boolean isInCountry(FoundEntity entity) {
    return entity.kind() == EntityKind.PLACE && entity.country() != null;
  }

  private boolean isCountry(FoundEntity place) {
    return gazetteer.isCountry(place.key());
  }
}
