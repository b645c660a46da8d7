package dateline.corpus.gazetteer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A place that is known before any article is read.
///
/// @param id `JP`, `US-TX`, `g1850147`, `indo-pacific`, `su`
/// @param country ISO 3166-1 alpha-2 code of the country it lies in or is; null for a region of
///   several countries
/// @param parent id of the place that contains it; null for the world alone
/// @param latitude degrees north
/// @param longitude degrees east
/// @param population people; 0 when unknown
/// @param from first year it existed; 0 when it always did
/// @param to last year it existed; 0 when it still does
/// @param successors ids of the places that took its place
public record PlaceEntry(
    String id,
    Kind kind,
    String label,
    @Nullable String country,
    @Nullable String parent,
    double latitude,
    double longitude,
    long population,
    int from,
    int to,
    List<String> successors) {

  /// From the widest to the narrowest; a historic state no longer exists.
  public enum Kind {
    WORLD,
    CONTINENT,
    SUBREGION,
    REGION,
    HISTORIC,
    COUNTRY,
    STATE,
    CITY
  }

  public PlaceEntry {
    successors = List.copyOf(successors);
  }

  /// Whether it is a country, or was one.
  public boolean isCountry() {
    return kind == Kind.COUNTRY || kind == Kind.HISTORIC;
  }

  static PlaceEntry parse(Row row) {
    return new PlaceEntry(
        row.required(0, "id"),
        row.oneOf(1, Kind.class),
        row.required(2, "label"),
        row.isBlank(3) ? null : row.cell(3).toUpperCase(Locale.ROOT).intern(),
        row.isBlank(4) ? null : row.cell(4),
        row.isBlank(5) ? 0 : row.decimal(5),
        row.isBlank(6) ? 0 : row.decimal(6),
        row.isBlank(7) ? 0 : Math.round(row.decimal(7)),
        row.isBlank(8) ? 0 : (int) row.decimal(8),
        row.isBlank(9) ? 0 : (int) row.decimal(9),
        row.list(10, "[,|; ]+"));
  }
}
