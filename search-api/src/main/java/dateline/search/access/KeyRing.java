package dateline.search.access;

import dateline.corpus.store.AccessKey;
import dateline.corpus.store.AccessKey.Presented;
import dateline.corpus.store.AccessKeys;
import dateline.corpus.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The keys of an archive, as they were when they were last read. Safe for use by many threads.
public final class KeyRing {
  private final Clock clock;
  private volatile Map<Long, AccessKey> keys = Map.of();

  /// Without any key, until they are read.
  public KeyRing(Clock clock) {
    this.clock = clock;
  }

  /// Reads them anew.
  public void refresh(Path home) throws StoreException {
    keys =
        AccessKeys.all(home).stream().collect(Collectors.toMap(AccessKey::id, Function.identity()));
  }

  /// The valid key that a text opens.
  public Optional<AccessKey> opened(String text) {
    return Presented.read(text)
        .flatMap(presented ->
            Optional.ofNullable(keys.get(presented.id()))
                .filter(key -> key.isOpenedBy(presented.secret()))
                .filter(key -> key.isValid(clock.instant())));
  }
}
