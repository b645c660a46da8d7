package dateline.index.train;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The countries that labels stand for: by ISO code, by id, or by a name that the gazetteer knows.
///
/// A historic state stands for its main successor, since evidence is counted for that.
final class CountryLabels {
  private final Map<String, String> countries = new HashMap<>();

  CountryLabels(Gazetteer gazetteer) {
    for (PlaceEntry place : gazetteer.places()) {
      if (place.isCountry() && place.country() != null) {
        String today = gazetteer.countryToday(place.country());
        countries.putIfAbsent(folded(place.id()), today);
        countries.putIfAbsent(folded(place.country()), today);
      }
    }
    for (PlaceName name : gazetteer.placeNames()) {
      boolean isWhole =
          (name.use() == PlaceName.Use.NAME || name.use() == PlaceName.Use.ABBREVIATION)
              && !name.has(PlaceName.Flag.AFTER_COMMA);
      if (isWhole) {
        gazetteer
            .place(name.placeId())
            .filter(PlaceEntry::isCountry)
            .map(PlaceEntry::country)
            .ifPresent(country ->
                countries.putIfAbsent(folded(name.name()), gazetteer.countryToday(country)));
      }
    }
  }

  /// ISO 3166-1 alpha-2.
  Optional<String> country(String label) {
    return Optional.ofNullable(countries.get(folded(label)));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace(".", "").replaceAll("[-_\\s]+", " ");
  }
}
