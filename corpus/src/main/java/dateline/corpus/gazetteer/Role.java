package dateline.corpus.gazetteer;

import java.util.Locale;

/// A title or role that stands before a person's name.
///
/// @param phrase in lower case
public record Role(String phrase, Kind kind, Gender gender) {

  /// What the role says about its holder.
  public enum Kind {
    /// `Mr`, `Dame`
    HONORIFIC,
    /// `General`
    RANK,
    /// `prime minister`: few hold it at a time
    OFFICE,
    /// `analyst`
    PROFESSION,
    /// `former`, `deputy`: goes before another role
    MODIFIER
  }

  /// The gender that a title implies.
  public enum Gender {
    ANY,
    FEMALE,
    MALE
  }

  static Role parse(Row row) {
    return new Role(
        row.required(0, "phrase").toLowerCase(Locale.ROOT),
        row.oneOf(1, Kind.class),
        switch (row.cell(2).toLowerCase(Locale.ROOT)) {
          case "" -> Gender.ANY;
          case "f", "female", "woman" -> Gender.FEMALE;
          case "m", "male", "man" -> Gender.MALE;
          case "any", "-" -> Gender.ANY;
          default -> throw new IllegalArgumentException("gender '" + row.cell(2) + "' is unknown");
        });
  }
}
