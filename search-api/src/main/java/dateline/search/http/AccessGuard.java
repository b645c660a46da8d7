package dateline.search.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.corpus.store.AccessKey;
import dateline.corpus.store.AccessKey.Role;
import dateline.search.access.AccessRules;
import dateline.search.access.Caller;
import dateline.search.access.KeyRing;
import dateline.search.access.Rate;
import dateline.search.access.RequestRates;
import dateline.search.engine.Scope;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stands before every handler that shows something of the archive: asks who calls, whether they
/// may, whether they ask too often, and lets them see their part.
final class AccessGuard {
  static final String KEY_HEADER = "X-Api-Key";
  private static final String CALLER = "caller";
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private final AccessRules rules;
  private final KeyRing keys;
  private final RequestRates rates;
  private final Clock clock;

  AccessGuard(AccessRules rules, KeyRing keys, Clock clock) {
    this.rules = rules;
    this.keys = keys;
    this.clock = clock;
    rates = new RequestRates(clock);
  }

  /// @param role what a caller must be allowed to do
  Handler guarding(Role role, Handler handler) {
    return context -> {
      context.res().addHeader("Vary", "Authorization, " + KEY_HEADER);
      Caller caller = caller(context);
      context.attribute(CALLER, caller);
      AccessKey key = caller.key();
      if (!caller.may(role)) {
        throw key == null ? unknown("This needs a key.") : tooLittle(role);
      }
      count(caller, context);
      if (key != null) {
        context.header("Cache-Control", "private, no-cache");
      }
      if (key == null || key.scope().isEmpty()) {
        handler.handle(context);
      } else {
        scope(key).run(() -> handler.handle(context));
      }
    };
  }

  /// For what tells of the whole archive.
  Handler guardingWhole(Role role, Handler handler) {
    return guarding(
        role,
        context -> {
          AccessKey key = callerOf(context).key();
          if (key != null && !key.scope().isEmpty()) {
            throw new Refusal(
                Problem.of(
                    403, "key.scope", "This tells of the whole archive; your key opens a part."));
          }
          handler.handle(context);
        });
  }

  /// For figures that operators watch: where a key is sent, it has to be an operator's.
  Handler watching(Handler handler) {
    return guardingWhole(
        Role.READ,
        context -> {
          Caller caller = callerOf(context);
          if (caller.key() != null && !caller.may(Role.ADMIN)) {
            throw tooLittle(Role.ADMIN);
          }
          handler.handle(context);
        });
  }

  /// Who asks a guarded address.
  static Caller callerOf(Context context) {
    return Objects.requireNonNull(context.attribute(CALLER), "the address is not guarded");
  }

  private Caller caller(Context context) throws Refusal {
    String address =
        rules.proxies().clientOf(context.req().getRemoteAddr(), context.header("X-Forwarded-For"));
    String sent = sentKey(context);
    if (sent == null) {
      return new Caller(null, address, rules.anonymous());
    }
    AccessKey key =
        keys.opened(sent)
            .orElseThrow(() -> unknown("This key is not known, or it was ended or has expired."));
    return new Caller(key, address, key.role());
  }

  /// As a bearer's token, as the password of a feed reader or browser, or in a header of its own;
  /// null where none is sent.
  private static @Nullable String sentKey(Context context) {
    String own = context.header(KEY_HEADER);
    if (own != null) {
      return own.strip();
    }
    String authorization = context.header("Authorization");
    if (authorization == null) {
      return null;
    }
    String scheme = authorization.toLowerCase(Locale.ROOT);
    if (scheme.startsWith(BEARER)) {
      return authorization.substring(BEARER.length()).strip();
    }
    return scheme.startsWith(BASIC)
        ? password(authorization.substring(BASIC.length()).strip()).orElse("")
        : "";
  }

  private static Optional<String> password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
      return Optional.of(pair.substring(pair.indexOf(':') + 1));
    } catch (IllegalArgumentException _) { // no Base64
      return Optional.empty();
    }
  }

  /// How often a caller may ask; null for as often as they like.
  @Nullable Rate rateOf(Caller caller) {
    AccessKey key = caller.key();
    return key == null || key.rate().isEmpty() ? rules.rate() : Rate.parse(key.rate());
  }

  private void count(Caller caller, Context context) throws Refusal {
    AccessKey key = caller.key();
    Rate rate = rateOf(caller);
    if (rate == null) {
      return;
    }
    RequestRates.Count count =
        rates.count(key == null ? caller.address() : "key " + key.id(), rate);
    context
        .header(
            "RateLimit-Policy",
            "\"default\";q=%d;w=%d".formatted(rate.requests(), rate.period().toSeconds()))
        .header(
            "RateLimit", "\"default\";r=%d;t=%d".formatted(count.left(), seconds(count.reset())));
    if (!count.isWithin()) {
      long wait = Math.max(1, seconds(count.retry()));
      context.header("Retry-After", Long.toString(wait));
      throw new Refusal(
          Problem.of(
              429,
              "rate.exceeded",
              "More than %s requests were sent. Ask again in %d s.".formatted(rate, wait)));
    }
  }

  /// Rounded up: who asks again then is within the rate.
  private static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }

  private Scope scope(AccessKey key) throws Refusal {
    try {
      return Scope.read(key.scope(), clock);
    } catch (IllegalArgumentException e) { // of another Dateline; it must not show everything
      throw new Refusal(
          Problem.of(
              403,
              "key.scope",
              "What this key may see cannot be read: " + e.getMessage() + " Ask for a new key."));
    }
  }

  private static Refusal unknown(String detail) {
    return new Refusal(
        Problem.of(
            401,
            "key.needed",
            detail + " Send one as Authorization: Bearer KEY, or as the password of any user."));
  }

  private static Refusal tooLittle(Role role) {
    return new Refusal(
        Problem.of(
            403,
            "key.insufficient",
            "This needs a key of the role " + role.name().toLowerCase(Locale.ROOT) + "."));
  }
}
