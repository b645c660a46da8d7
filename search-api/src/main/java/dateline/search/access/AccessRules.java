package dateline.search.access;

import dateline.corpus.store.AccessKey.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a server lets callers do beside what their keys say.
///
/// @param anonymous what who has no key may do; null for nothing
/// @param rate how often each address without a key, and each key without a rate of its own, may
///   ask; null for as often as they like
/// @param proxies whose word counts about who asks
/// @param origins sites whose pages may ask by script, or `*` for all
public record AccessRules(
    @Nullable Role anonymous, @Nullable Rate rate, TrustedProxies proxies, List<String> origins) {
  /// Everybody may read and export, as often as they like.
  public static final AccessRules OPEN =
      new AccessRules(Role.EXPORT, null, TrustedProxies.of(List.of()), List.of());

  /// What [#anonymous] is called where it is null.
  public static final String NOTHING = "none";

  public AccessRules {
    origins = List.copyOf(origins);
  }

  /// The role of this name that who has no key may be given; empty where it is none.
  public static Optional<Role> role(String name) {
    return switch (name) {
      case "read" -> Optional.of(Role.READ);
      case "export" -> Optional.of(Role.EXPORT);
      default -> Optional.empty();
    };
  }
}
