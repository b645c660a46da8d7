package dateline.search.query;

import dateline.corpus.EntityKind;
import java.util.List;

/// What a stretch of text must be to answer an operator of place. A stretch lies in one text field
/// and reaches from one word to the same or a later one.
public sealed interface Span {
  /// Most words between which `NEAR` and `PRE` can ask.
  int DISTANCE_MAX = 100;

  /// Most words within which `FIRST` can ask.
  int FIRST_MAX = 10_000;

  /// These words one after the other; a single word is a phrase of one.
  ///
  /// @param isVerbatim no stemming, case and accents as typed; never beside another span
  record Phrase(String text, boolean isVerbatim) implements Span {}

  /// An unstemmed word.
  ///
  /// @param pattern letters and digits, of which `?` stands for any one; with `*` at the end for
  ///   any more, or with `~1` or `~2` for that many slips
  record Wildcard(String pattern) implements Span {}

  /// A name by which the text means the entity. Only names that are known count.
  record Entity(EntityKind kind, String name) implements Span {}

  /// The words of a name of some entity of the kind; names side by side are one stretch.
  record AnyEntity(EntityKind kind) implements Span {}

  /// @param parts two or more
  record Either(List<Span> parts) implements Span {
    public Either {
      parts = List.copyOf(parts);
    }
  }

  /// From the one to the other, which have no word in common.
  ///
  /// @param distance of the nearest words of both, at most: 1 for words side by side
  /// @param isOrdered whether the left one comes first
  record Near(Span left, Span right, int distance, boolean isOrdered) implements Span {}

  enum Unit {
    SENTENCE,
    PARA
  }

  /// Each of the two that lies in a unit where the other lies too.
  record Same(Span left, Span right, Unit unit) implements Span {}

  /// Within the first words of the field.
  record First(Span part, int words) implements Span {}
}
