package dateline.index.annotate;

import dateline.corpus.gazetteer.OrganisationEntry;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName;
import java.util.List;

/// A name of the gazetteer with all it may stand for.
///
/// @param senses places of that name, the most prominent first; may be empty
/// @param organisations organisations of that name; may be empty
record KnownName(List<Sense> senses, List<OrganisationEntry> organisations) {

  /// One place that the name may stand for.
  record Sense(PlaceName name, PlaceEntry place) {
    boolean is(PlaceName.Use use) {
      return name.use() == use;
    }

    boolean has(PlaceName.Flag flag) {
      return name.has(flag);
    }
  }

  boolean isPlace() {
    return !senses.isEmpty();
  }

  boolean isOrganisation() {
    return !organisations.isEmpty();
  }

  boolean has(PlaceName.Flag flag) {
    return isPlace() && senses.getFirst().has(flag);
  }

  /// Names a country, its people or a wider region, so that it is hardly part of another name.
  boolean isWide() {
    return isPlace() && senses.getFirst().place().kind() != PlaceEntry.Kind.CITY;
  }
}
