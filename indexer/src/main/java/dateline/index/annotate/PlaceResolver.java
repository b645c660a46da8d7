package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName.Flag;
import dateline.index.annotate.KnownName.Sense;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /// The hits that are believed, with the place of each.
  List<LocatedHit> resolve(List<PlaceHit> hits) {
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
    var located = new ArrayList<LocatedHit>(hits.size());
    for (PlaceHit hit : hits) {
      PlaceEntry place = senses.isEmpty() ? null : senses.get(hit.name());
      if (place == null && !isElsewhere(hit)) {
        place = likeliest(hit, countries);
      }
      if (place != null) {
        located.add(new LocatedHit(hit, place));
      }
    }
    return located;
  }

  /// How often the story names each country by names that leave no choice; datelines count more.
  private static Map<String, Integer> countries(List<PlaceHit> hits) {
    var countries = new HashMap<String, Integer>();
    for (PlaceHit hit : hits) {
      String country = hit.name().clearCountry();
      if (country != null) {
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

  /// _Scarborough, Ontario_ is no Scarborough that the gazetteer has.
  private boolean isElsewhere(PlaceHit hit) {
    KnownName container = hit.container();
    return container != null
        && !hit.name().isWide()
        && container.first().place().kind() == PlaceEntry.Kind.STATE
        && hit.name().senses().stream().noneMatch(sense -> isInCountryOf(sense, container));
  }

  private static boolean isInCountryOf(Sense sense, KnownName container) {
    return container.senses().stream()
        .anyMatch(outer -> Objects.equals(outer.place().country(), sense.place().country()));
  }

  private @Nullable PlaceEntry likeliest(PlaceHit hit, Map<String, Integer> countries) {
    KnownName name = hit.name();
    Sense best = name.senses().size() == 1 ? name.first() : nearest(name, countries);
    boolean needsSupport =
        best.has(Flag.COMMON) && hit.source() == PlaceHit.Source.TEXT && hit.container() == null;
    return needsSupport && count(best, countries) == 0 ? null : best.place();
  }

  /// The first sense, or one that comes near it in a country of the story.
  private static Sense nearest(KnownName name, Map<String, Integer> countries) {
    Sense first = name.first();
    if (count(first, countries) > 0) {
      return first;
    }
    for (Sense sense : name.senses()) {
      boolean isComparable =
          sense.place().population() * POPULATION_RATIO_MAX >= first.place().population();
      if (isComparable && sense.name().use() == first.name().use() && count(sense, countries) > 0) {
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
