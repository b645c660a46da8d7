package dateline.index.annotate;

import dateline.corpus.Zone;

/// A stretch of text that names an entity.
///
/// @param start first code point in the zone's text as it was read
/// @param end code point after the last
/// @param text the stretch itself
public record Mention(Zone zone, int start, int end, String text, How how) {
  /// How the stretch was found. Scores of spans count names and coreferences.
  public enum How {
    NAME,
    DEMONYM,
    METONYM,
    ROLE,
    /// A later, shorter form of a name.
    COREFERENCE,
    /// _he_, _my_; counts as a coreference.
    PRONOUN
  }
}
