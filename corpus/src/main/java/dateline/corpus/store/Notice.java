package dateline.corpus.store;

import dateline.corpus.ArticleId;
import java.time.Instant;
import java.util.Locale;

/// That a saved search has something to tell of one version of an article.
///
/// @param number in the order in which they were recorded
/// @param search id of the saved search
/// @param version the store's number of it; of a withdrawal the last that was told
/// @param pass over what was published that recorded it
public record Notice(
    long number, String search, ArticleId article, long version, Kind kind, long pass, Instant at) {
  /// What is told.
  public enum Kind {
    /// The search finds an article that it did not find before.
    NEW,
    /// There is another version of an article that was told.
    CORRECTED,
    /// An article that was told can be read no more.
    WITHDRAWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
