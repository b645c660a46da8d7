package dateline.corpus.store;

import dateline.corpus.ArticleId;
import java.time.Instant;

/// What remains of an article that was taken back: nobody may find it, and no delivery brings it
/// back.
///
/// @param reason for readers; never text of the article
/// @param isPurged whether its text is gone from every place that the home knows and can reach
public record Tombstone(ArticleId article, Instant at, By by, String reason, boolean isPurged) {
  /// Longest [#reason], in UTF-16 units.
  public static final int REASON_MAX = 500;

  /// Who took it back.
  public enum By {
    /// A delivery said so.
    PUBLISHER,
    /// Somebody at this archive did.
    DESK
  }
}
