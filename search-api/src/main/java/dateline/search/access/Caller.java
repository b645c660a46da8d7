package dateline.search.access;

import dateline.corpus.store.AccessKey;
import dateline.corpus.store.AccessKey.Role;
import org.jspecify.annotations.Nullable;

/// Who asks.
///
/// @param key that opened; null for who sent none
/// @param address of who asks, behind proxies that are trusted
/// @param role what they may do; null where who has no key may do nothing
public record Caller(@Nullable AccessKey key, String address, @Nullable Role role) {
  public boolean may(Role asked) {
    return role != null && role.includes(asked);
  }
}
