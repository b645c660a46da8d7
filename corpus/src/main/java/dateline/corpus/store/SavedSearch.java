package dateline.corpus.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A search that is asked again of what each newly published index brings.
///
/// @param id short, never given twice
/// @param name for readers, one line
/// @param query the whole search as a canonical query string; dates that count from today stay so
/// @param isPaused whether it is passed over; corrections and withdrawals of what it told are kept
///   until it goes on
/// @param trouble why it could not be asked at the last pass; null when it could
public record SavedSearch(
    String id,
    String name,
    String query,
    Instant created,
    boolean isPaused,
    Destination destination,
    @Nullable String trouble) {
  public static final int NAME_LENGTH_MAX = 200;

  /// As long as a search that is asked by its address.
  public static final int QUERY_LENGTH_MAX = 64 * 1024;

  public SavedSearch {
    if (name.isBlank()
        || name.length() > NAME_LENGTH_MAX
        || name.chars().anyMatch(Character::isISOControl)
        || !name.equals(name.strip())) {
      throw new IllegalArgumentException(
          "a name is one line of 1 to " + NAME_LENGTH_MAX + " characters");
    }
    if (query.length() > QUERY_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "the search has %,d characters as an address, and %,d at most can be saved. Shorten it."
              .formatted(query.length(), QUERY_LENGTH_MAX));
    }
  }
}
