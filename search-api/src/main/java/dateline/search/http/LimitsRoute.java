package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dateline.corpus.store.AccessKey;
import dateline.corpus.store.AccessKey.Role;
import dateline.search.access.Caller;
import dateline.search.access.Rate;
import dateline.search.engine.SearchRequest;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Tells a caller how much they may ask for.
final class LimitsRoute {
  private final AccessGuard guard;
  private final JsonMapper json;

  LimitsRoute(AccessGuard guard, JsonMapper json) {
    this.guard = guard;
    this.json = json;
  }

  /// @param key name of the caller's key; absent where none was sent
  /// @param role what they may do
  /// @param only parameters of the search that finds all that they may see; absent for everything
  /// @param rate how often they may ask; absent for as often as they like
  /// @param hits most hits of one list
  /// @param articles most articles asked for by id at one time
  /// @param requestBytes most bytes of an address, and of a body
  /// @param exports how many run at one time, of all callers
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record LimitsJson(
      @Nullable String key,
      String role,
      @Nullable String only,
      @Nullable RateJson rate,
      int hits,
      int articles,
      int requestBytes,
      int exports) {}

  private record RateJson(int requests, long seconds) {}

  void limits(Context context) {
    Caller caller = AccessGuard.callerOf(context);
    AccessKey key = caller.key();
    Role role = Objects.requireNonNull(caller.role(), "who may do nothing was refused");
    Rate rate = guard.rateOf(caller);
    var limits =
        new LimitsJson(
            key == null ? null : key.name(),
            role.name().toLowerCase(Locale.ROOT),
            key == null || key.scope().isEmpty() ? null : key.scope(),
            rate == null ? null : new RateJson(rate.requests(), rate.period().toSeconds()),
            SearchRequest.LIMIT_MAX,
            Limits.ARTICLES_PER_REQUEST,
            Limits.REQUEST_BYTES,
            Limits.EXPORTS);
    context.contentType("application/json").result(json.writeValueAsBytes(limits));
  }
}
