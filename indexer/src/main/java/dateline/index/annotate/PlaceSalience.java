package dateline.index.annotate;

import dateline.corpus.Zone;
import dateline.corpus.gazetteer.PlaceEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Weighs how much a story is about each place that it names.
///
/// The numbers are round, set by hand, and each has a reason; results change little around them. A
/// country counts what is named in it. It is salient from a score on that no mention in passing
/// reaches, and from a share of the strongest country's score, so that a long story has no long
/// list; with it its strongest place is. Other places are salient by their own score.
final class PlaceSalience {
  /// A story whose headline names a place is about it.
  private static final double HEADLINE = 2;

  /// Where a story was sent from is where most of it happened, even if it is never said again.
  private static final double DATELINE = 3;

  /// The first sentence has the places that matter, beside some that do not: a second mention
  /// decides.
  private static final double OPENING = 1.5;

  /// Three mentions further on make a subject, two do not.
  private static final double TEXT = 0.7;

  /// _German_ is said of people and goods abroad too.
  private static final double DEMONYM = 0.8;

  /// _Bank of Japan_ and _White House_ name those who act rather than where, and a _Canadian
  /// dollar_ bond may be sold anywhere.
  private static final double INDIRECT = 0.5;

  private static final double LEAST = 2;
  private static final double SHARE_LEAST = 0.25;

  /// The usual length of a first sentence of news, with room.
  private static final int OPENING_TOKENS = 30;

  private static final Set<String> CURRENCIES =
      Set.of(
          ("dollar dollars dlr dlrs cent cents pound pounds sterling euro euros franc francs mark marks"
                  + " yen yuan won peso pesos crown crowns krona kronor krone kroner guilder guilders"
                  + " lira liras lire shilling shillings schilling schillings rupee rupees rand"
                  + " escudo escudos peseta pesetas drachma drachmas dinar dinars riyal riyals rial"
                  + " rials dirham dirhams ruble rubles rouble roubles baht ringgit rupiah cruzado"
                  + " cruzados austral australs zloty zlotys forint forints")
              .split(" "));

  /// A score that grows.
  private static final class Sum {
    private double value;
  }

  private final Map<String, Sum> scores = new HashMap<>();
  private final Map<String, Sum> countryScores = new HashMap<>();
  private final Map<String, PlaceEntry> strongest = new HashMap<>();
  private double highest;

  PlaceSalience(List<LocatedHit> hits) {
    for (LocatedHit located : hits) {
      PlaceEntry place = located.place();
      double weight = weight(located.hit());
      add(weight, place.id(), scores);
      if (place.country() != null) {
        add(weight, place.country(), countryScores);
      }
    }
    for (LocatedHit located : hits) {
      PlaceEntry place = located.place();
      if (place.country() != null) {
        strongest.merge(place.country(), place, this::stronger);
      }
    }
    scores.values().forEach(score -> highest = Math.max(highest, score.value));
    countryScores.values().forEach(score -> highest = Math.max(highest, score.value));
  }

  private static void add(double weight, String id, Map<String, Sum> scores) {
    scores.computeIfAbsent(id, _ -> new Sum()).value += weight;
  }

  double score(PlaceEntry place) {
    return score(place.id(), scores);
  }

  private static double score(String id, Map<String, Sum> scores) {
    Sum score = scores.get(id);
    return score == null ? 0 : score.value;
  }

  boolean isSalient(PlaceEntry place) {
    String country = place.country();
    return isEnough(score(place))
        || (country != null
            && standsFor(country, place)
            && isEnough(score(country, countryScores)));
  }

  private boolean standsFor(String country, PlaceEntry place) {
    PlaceEntry first = strongest.get(country);
    return place.id().equals(country) || (first != null && first.id().equals(place.id()));
  }

  private boolean isEnough(double score) {
    return score >= LEAST && score >= SHARE_LEAST * highest;
  }

  private PlaceEntry stronger(PlaceEntry one, PlaceEntry other) {
    return score(other) > score(one) ? other : one;
  }

  private static double weight(PlaceHit hit) {
    Zone zone = hit.span().tokens().zone;
    double weight =
        switch (zone) {
          case HEADLINE -> HEADLINE;
          case DATELINE -> DATELINE;
          case SUBHEAD, LEAD -> OPENING;
          case BODY, BYLINE ->
              hit.source() == PlaceHit.Source.DATELINE
                  ? DATELINE
                  : hit.span().start() < OPENING_TOKENS ? OPENING : TEXT;
        };
    boolean isIndirect =
        hit.source() == PlaceHit.Source.ORGANISATION
            || hit.span().how() == Mention.How.METONYM
            || isOfCurrency(hit.span());
    if (isIndirect) {
      return INDIRECT * weight;
    }
    return hit.span().how() == Mention.How.DEMONYM ? DEMONYM * weight : weight;
  }

  private static boolean isOfCurrency(Span span) {
    Tokens tokens = span.tokens();
    return tokens.isJoined(span.end()) && CURRENCIES.contains(tokens.folded(span.end()));
  }
}
