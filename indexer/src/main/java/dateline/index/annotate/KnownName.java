package dateline.index.annotate;

import dateline.corpus.gazetteer.OrganisationEntry;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A name of the gazetteer with all it may stand for. What the rules ask of its first sense is kept
/// beside the senses, which lie further away in memory.
final class KnownName {

  /// One place that the name may stand for.
  record Sense(PlaceName name, PlaceEntry place) {
    boolean is(PlaceName.Use use) {
      return name.use() == use;
    }

    boolean has(PlaceName.Flag flag) {
      return name.has(flag);
    }
  }

  private final List<Sense> senses;
  private final List<OrganisationEntry> organisations;
  private final int flags;
  private final boolean isWide;
  private final boolean isPrefix;
  private final @Nullable Sense first;
  private final @Nullable String clearCountry;
  private final Mention.How how;

  /// @param senses places of that name, the most prominent first; may be empty
  /// @param organisations organisations of that name; may be empty
  KnownName(List<Sense> senses, List<OrganisationEntry> organisations) {
    this.senses = List.copyOf(senses);
    this.organisations = List.copyOf(organisations);
    int set = 0;
    for (PlaceName.Flag flag : PlaceName.Flag.values()) {
      set |= !senses.isEmpty() && senses.getFirst().has(flag) ? bit(flag) : 0;
    }
    flags = set;
    isWide = !senses.isEmpty() && senses.getFirst().place().kind() != PlaceEntry.Kind.CITY;
    isPrefix = senses.stream().allMatch(sense -> sense.is(PlaceName.Use.PREFIX));
    first = senses.isEmpty() ? null : first(senses);
    clearCountry = isClear() ? senses.getFirst().place().country() : null;
    how = senses.isEmpty() ? Mention.How.NAME : how(senses.getFirst().name().use());
  }

  List<Sense> senses() {
    return senses;
  }

  List<OrganisationEntry> organisations() {
    return organisations;
  }

  /// The most prominent sense; for a city that has its country's name, as _Hong Kong_, the country.
  /// To be asked of a place.
  Sense first() {
    return Objects.requireNonNull(first);
  }

  boolean isPlace() {
    return first != null;
  }

  boolean isOrganisation() {
    return !organisations.isEmpty();
  }

  boolean has(PlaceName.Flag flag) {
    return (flags & bit(flag)) != 0;
  }

  /// Names a country, its people or a wider region, so that it is hardly part of another name.
  boolean isWide() {
    return isWide;
  }

  /// Never stands alone, as _Russo-_.
  boolean isPrefix() {
    return isPrefix;
  }

  /// The country that a place of this name lies in or is, where the name leaves no choice; else
  /// null.
  @Nullable String clearCountry() {
    return clearCountry;
  }

  /// How a place is found by this name.
  Mention.How how() {
    return how;
  }

  private boolean isClear() {
    return (senses.size() == 1 && !has(PlaceName.Flag.COMMON))
        || (has(PlaceName.Flag.CAPS) && !has(PlaceName.Flag.PERSON));
  }

  private static Mention.How how(PlaceName.Use use) {
    return switch (use) {
      case NAME, ABBREVIATION -> Mention.How.NAME;
      case DEMONYM, PREFIX -> Mention.How.DEMONYM;
      case METONYM -> Mention.How.METONYM;
    };
  }

  private static Sense first(List<Sense> senses) {
    Sense first = senses.getFirst();
    for (Sense sense : senses) {
      if (sense.place().id().equals(first.place().country())) {
        return sense;
      }
    }
    return first;
  }

  private static int bit(PlaceName.Flag flag) {
    return switch (flag) {
      case COMMON -> 1;
      case PERSON -> 1 << 1;
      case AFTER_COMMA -> 1 << 2;
      case CAPS -> 1 << 3;
      case LOWER -> 1 << 4;
    };
  }
}
