package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Saved searches and what they told, over the wire. Where messages go, and by which secret they
/// are signed, is told to nobody.
final class AlertJson {
  private AlertJson() {}

  record SavedList(List<Saved> saved) {}

  /// @param query the search as a query string
  /// @param delivery `feed`, `webhook` or `mail`
  /// @param trouble why it could not be asked at the last pass; absent when it could
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Saved(
      String id,
      String name,
      String query,
      String created,
      boolean paused,
      String delivery,
      @Nullable String trouble,
      Links links) {}

  /// @param search the page of the search
  /// @param feed what it told
  record Links(String search, String feed) {}

  /// @param passed what saved searches were asked last; absent before the first pass
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AlertList(@Nullable Passed passed, List<Alert> alerts) {}

  record Passed(String generation, String at) {}

  /// @param told how many notices it gave so far
  /// @param waiting of these, still to be delivered
  /// @param failed of these, given up
  /// @param latest when it gave the last one; absent before the first
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Alert(
      String id,
      String name,
      boolean paused,
      String delivery,
      long told,
      long waiting,
      long failed,
      @Nullable String latest,
      @Nullable String trouble,
      Links links) {}
}
