package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName.Flag;
import dateline.index.annotate.KnownName.Sense;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides which place of a name is meant: the part behind the comma, then the country of the
/// dateline, then other countries of the story, then prominence. One name has one sense in an
/// article.
final class PlaceResolver {
  /// A place in a country of the story outweighs a namesake with up to this many times its people;
  /// beyond, _Paris_ in a story from Texas is still the one in France.
  private static final int POPULATION_RATIO_MAX = 20;

  private final Gazetteer gazetteer;

  PlaceResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /// The place of each hit; those that are not believed are left out.
  Map<PlaceHit, PlaceEntry> resolve(List<PlaceHit> hits) {
    Map<String, Integer> countries = countries(hits);
    var senses = new IdentityHashMap<KnownName, PlaceEntry>();
    for (PlaceHit hit : hits) {
      PlaceEntry inside = hit.container() == null ? null : inside(hit.name(), hit.container());
      if (inside != null) {
        senses.putIfAbsent(hit.name(), inside);
        if (hit.source() == PlaceHit.Source.DATELINE && inside.country() != null) {
          countries.merge(inside.country(), 3, Integer::sum);
        }
      }
    }
    var resolved = new IdentityHashMap<PlaceHit, PlaceEntry>();
    for (PlaceHit hit : hits) {
      PlaceEntry place = senses.get(hit.name());
      if (place == null) {
        place = likeliest(hit, countries);
      }
      if (place != null) {
        resolved.put(hit, place);
      }
    }
    return resolved;
  }

  /// How often the story names each country by names that leave no choice; datelines count more.
  private static Map<String, Integer> countries(List<PlaceHit> hits) {
    var countries = new HashMap<String, Integer>();
    for (PlaceHit hit : hits) {
      Sense first = hit.name().senses().getFirst();
      String country = first.place().country();
      boolean isClear =
          (hit.name().senses().size() == 1 && !first.has(Flag.COMMON))
              || (first.has(Flag.CAPS) && !first.has(Flag.PERSON));
      if (isClear && country != null) {
        countries.merge(country, hit.source() == PlaceHit.Source.DATELINE ? 3 : 1, Integer::sum);
      }
    }
    return countries;
  }

  private @Nullable PlaceEntry inside(KnownName name, KnownName container) {
    for (Sense outer : container.senses()) {
      for (Sense sense : name.senses()) {
        PlaceEntry place = sense.place();
        boolean isInside =
            gazetteer.ancestors(EntityKind.PLACE, place.id()).contains(outer.place().id());
        if (isInside) {
          return place;
        }
      }
    }
    return null;
  }

  private @Nullable PlaceEntry likeliest(PlaceHit hit, Map<String, Integer> countries) {
    Sense first = cityState(hit.name());
    Sense best = first;
    int bestCount = count(first, countries);
    for (Sense sense : hit.name().senses()) {
      boolean isComparable =
          sense.place().population() * POPULATION_RATIO_MAX >= first.place().population();
      if (isComparable
          && bestCount == 0
          && sense.name().use() == first.name().use()
          && count(sense, countries) > 0) {
        best = sense;
        bestCount = count(sense, countries);
      }
    }
    boolean needsSupport = best.has(Flag.COMMON) && hit.source() == PlaceHit.Source.TEXT;
    return needsSupport && bestCount == 0 && hit.container() == null ? null : best.place();
  }

  /// The first sense; for a city that has its country's name, as _Hong Kong_, the country.
  private static Sense cityState(KnownName name) {
    Sense first = name.senses().getFirst();
    for (Sense sense : name.senses()) {
      if (sense.place().id().equals(first.place().country())) {
        return sense;
      }
    }
    return first;
  }

  private static int count(Sense sense, Map<String, Integer> countries) {
    String country = sense.place().country();
    return country == null ? 0 : countries.getOrDefault(country, 0);
  }
}
