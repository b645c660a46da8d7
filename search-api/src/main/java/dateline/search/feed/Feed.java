package dateline.search.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of articles, newest first.
///
/// @param id stable, a `tag:` URI (RFC 4151)
/// @param self address of this feed
/// @param page address of the page that shows the same
/// @param updated the latest of its entries and removals; null where there are none
/// @param removals articles that were withdrawn, latest first
public record Feed(
    String id,
    String title,
    URI self,
    URI page,
    @Nullable Instant updated,
    List<Entry> entries,
    List<Removal> removals) {
  /// What a feed without an entry says of its last change.
  static final Instant NEVER = Instant.EPOCH;

  public Feed {
    entries = List.copyOf(entries);
    removals = List.copyOf(removals);
  }

  Instant lastChange() {
    return updated == null ? NEVER : updated;
  }

  /// One article.
  ///
  /// @param id stable, a `tag:` URI
  /// @param title empty where there is no headline
  /// @param published null where no day is known
  /// @param updated when its text last changed, as its publisher says it
  /// @param summary as much as may be shown; empty for none
  /// @param categories labels of what it is about
  /// @param language a code; null where it is not known
  public record Entry(
      String id,
      URI address,
      String title,
      @Nullable Instant published,
      Instant updated,
      List<String> authors,
      String source,
      String summary,
      List<String> categories,
      @Nullable String language) {
    public Entry {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
    }

    /// Its authors, else who published it.
    List<String> writers() {
      return authors.isEmpty() && !source.isEmpty() ? List.of(source) : authors;
    }
  }

  /// An article that was there.
  public record Removal(String id, Instant at, String reason) {}
}
