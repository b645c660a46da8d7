package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What readers came to see of the archive, over the wire.
///
/// @param next where the list goes on; to be kept for ever, also when there is no more now
/// @param more whether there is more now
record ChangeJson(List<Item> changes, String next, boolean more, Next links) {
  /// @param status `current` or `gone`
  /// @param at since when it is so
  /// @param source absent where it is gone: nobody needs to know whose it was
  /// @param reason why it is gone, for readers; absent where it is not, or nobody said
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String id,
      String status,
      String at,
      @Nullable String source,
      @Nullable String url,
      @Nullable String reason) {}

  record Next(String next) {}
}
