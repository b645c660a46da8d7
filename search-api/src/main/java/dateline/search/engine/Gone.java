package dateline.search.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Why an article that was there can be read no more.
///
/// @param since in UTC; null when that is not known
/// @param reason for readers, as a part of a sentence; empty where the way says all
public record Gone(Way way, @Nullable LocalDate since, String reason) {
  /// How it went.
  public enum Way {
    /// Taken back for good.
    WITHDRAWN,
    /// Its publisher let it be read up to a day.
    EXPIRED
  }
}
