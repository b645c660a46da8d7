package dateline.corpus.gazetteer;

import java.util.EnumSet;
import java.util.Set;

/// One name of a place. A name of several places has several rows, the most prominent first.
///
/// @param name as newspapers print it
/// @param placeId the [PlaceEntry] it names
public record PlaceName(String name, String placeId, Use use, Set<Flag> flags) {

  /// What kind of name it is.
  public enum Use {
    NAME,
    DEMONYM,
    METONYM,
    ABBREVIATION,
    /// Stands before a hyphen, as in _Sino-Soviet_; the name is kept without the hyphen.
    PREFIX
  }

  /// When the name must not be believed at once.
  public enum Flag {
    /// An ordinary word or a frequent name: counts only with support.
    COMMON,
    /// A person's name too.
    PERSON,
    /// Only as the part after a comma behind a city.
    AFTER_COMMA,
    /// May be believed in text that is all capitals.
    CAPS,
    /// Its lower-case form is an ordinary word.
    LOWER
  }

  public PlaceName {
    flags = Set.copyOf(flags);
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  static PlaceName parse(Row row) {
    Use use = row.oneOf(2, Use.class);
    String name = row.required(0, "name");
    if (use == Use.PREFIX && name.endsWith("-")) {
      name = name.substring(0, name.length() - 1);
    }
    var flags = EnumSet.noneOf(Flag.class);
    for (String flag : row.list(3, "[, ]+")) {
      flags.add(Row.constant(flag, Flag.class));
    }
    return new PlaceName(name, row.required(1, "id").intern(), use, flags);
  }
}
