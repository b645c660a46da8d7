package dateline.search.quote;

import dateline.corpus.ArticleId;
import dateline.corpus.Zone;
import dateline.corpus.difference.TextDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a quotation.
///
/// @param places where it stands, or what comes nearest; none when it is absent
/// @param difference from what is printed at the first place to the quotation; null unless it was
///   altered
public record QuoteVerdict(Kind kind, List<Place> places, @Nullable TextDifference difference) {
  static final QuoteVerdict NOWHERE = new QuoteVerdict(Kind.ABSENT, List.of(), null);

  public QuoteVerdict {
    places = List.copyOf(places);
  }

  /// How true it is.
  public enum Kind {
    /// Printed so; quotation marks, dashes and white space may be of another kind.
    VERBATIM,
    /// Half of its words and more stand there in this order.
    ALTERED,
    ABSENT
  }

  /// A stretch of one version of an article.
  ///
  /// @param version counted from 1
  /// @param sentence which one of the zone it begins in, from 0
  /// @param hash of that sentence, see [SentenceHash]
  /// @param text as it is printed there
  public record Place(
      ArticleId article,
      int version,
      boolean isCurrent,
      Zone zone,
      int sentence,
      String hash,
      String text) {}
}
