package dateline.index.annotate;

import dateline.corpus.Zone;
import dateline.corpus.gazetteer.PlaceEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Weighs how much a story is about each place that it names.
///
/// The numbers are set by hand and small, because no label decides them: a headline holds what the
/// story is about, a dateline and a first paragraph hold where it happened, and a country that is
/// only part of an organisation's name stands for less than one named for itself. A place is
/// salient from a score that one mention in passing does not reach, and from a share of the
/// strongest place, so that a long story has no long list.
final class PlaceSalience {
  private static final double HEADLINE = 3;
  private static final double OPENING = 2;
  private static final double TEXT = 1;
  private static final double INDIRECT = 0.5;

  private static final double LEAST = 2;
  private static final double SHARE_LEAST = 0.25;

  private final Map<String, Double> scores = new HashMap<>();
  private final Map<String, Double> countryScores = new HashMap<>();
  private double highest;

  PlaceSalience(List<PlaceHit> hits, Map<PlaceHit, PlaceEntry> places) {
    for (PlaceHit hit : hits) {
      PlaceEntry place = places.get(hit);
      if (place != null) {
        double weight = weight(hit);
        scores.merge(place.id(), weight, Double::sum);
        if (place.country() != null) {
          countryScores.merge(place.country(), weight, Double::sum);
        }
      }
    }
    scores.values().forEach(score -> highest = Math.max(highest, score));
    countryScores.values().forEach(score -> highest = Math.max(highest, score));
  }

  double score(PlaceEntry place) {
    return scores.getOrDefault(place.id(), 0.0);
  }

  /// A country also counts what is named of its cities.
  boolean isSalient(PlaceEntry place) {
    boolean isCountry = place.id().equals(place.country());
    double score = isCountry ? countryScores.getOrDefault(place.id(), 0.0) : score(place);
    return score >= LEAST && score >= SHARE_LEAST * highest;
  }

  private static double weight(PlaceHit hit) {
    Zone zone = hit.span().tokens().zone;
    double weight =
        switch (zone) {
          case HEADLINE -> HEADLINE;
          case SUBHEAD, LEAD, DATELINE -> OPENING;
          case BODY, BYLINE -> isOpening(hit) ? OPENING : TEXT;
        };
    boolean isIndirect =
        hit.source() == PlaceHit.Source.ORGANISATION || hit.span().how() == Mention.How.METONYM;
    return isIndirect ? INDIRECT * weight : weight;
  }

  private static boolean isOpening(PlaceHit hit) {
    return hit.source() == PlaceHit.Source.DATELINE || Opening.holds(hit.span());
  }
}
