package dateline.search.lucene;

import dateline.corpus.store.Journal;
import dateline.corpus.store.Runs;
import dateline.search.engine.EngineFigures;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.SearchEngine.CursorExpired;
import dateline.search.engine.SearchEngine.NoGeneration;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The generations that an engine has open: the live one, and the one that was live before it, in
/// which those lists go on that began there.
///
/// The one before is kept until the next swap, or until no list went on in it for an hour, or until
/// its files are gone from the disk, whichever comes first. So there are never more than two, and
/// of the older one only what lists need. Any thread may acquire; one thread alone swaps.
final class OpenGenerations implements Closeable {
  private static final Duration UNUSED_MAX = Duration.ofHours(1);

  /// One value, so that nobody sees a moment in which a generation is neither live nor retired.
  private record Open(OpenGeneration live, @Nullable Retired retired) {}

  private static final class Retired {
    private final OpenGeneration generation;
    private final @Nullable Object folder;
    private volatile Instant lastUsed;

    Retired(OpenGeneration generation, Instant lastUsed) {
      this.generation = generation;
      this.folder = folder();
      this.lastUsed = lastUsed;
    }

    /// What was removed from the disk, or written anew since a text must be forgotten, shall not be
    /// read from memory either.
    boolean isThere() {
      return Files.isDirectory(generation.generation().directory())
          && Objects.equals(folder, folder());
    }

    private @Nullable Object folder() {
      try {
        Path directory = generation.generation().directory();
        return Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
      } catch (IOException _) { // it is gone
        return null;
      }
    }
  }

  /// Makes another view of an open generation, to be closed like it.
  interface View {
    OpenGeneration of(OpenGeneration generation) throws IOException;
  }

  private final AtomicReference<@Nullable Open> open = new AtomicReference<>();
  private final AtomicLong swaps = new AtomicLong();
  private final Path home;
  private final Clock clock;

  OpenGenerations(Path home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  /// Null while none is open. For the thread that swaps: it is not acquired.
  @Nullable OpenGeneration live() {
    Open now = open.get();
    return now == null ? null : now.live;
  }

  /// Whether a generation answers, be it for lists alone.
  boolean has(OpenGeneration generation) {
    Open now = open.get();
    return now != null
        && (now.live == generation
            || (now.retired != null && now.retired.generation == generation));
  }

  /// The live generation, to be released. Empty-handed callers learn why.
  ///
  /// @throws NoGeneration while none is open
  OpenGeneration acquire() throws NoGeneration {
    while (true) {
      OpenGeneration live = now().live;
      if (live.acquire()) {
        return live;
      } // else it was replaced a moment ago
    }
  }

  /// The generation of this name, to be released.
  ///
  /// @throws CursorExpired when it is open no more
  OpenGeneration acquire(String name) throws NoGeneration, CursorExpired {
    while (true) {
      Open now = now();
      Retired retired = now.retired;
      OpenGeneration found;
      if (now.live.name().equals(name)) {
        found = now.live;
      } else if (retired != null && retired.generation.name().equals(name) && retired.isThere()) {
        found = retired.generation;
        retired.lastUsed = clock.instant();
      } else {
        throw new CursorExpired(
            "the cursor belongs to generation "
                + name
                + ", which no longer answers; start the list again without it");
      }
      if (found.acquire()) {
        return found;
      }
    }
  }

  private Open now() throws NoGeneration {
    Open now = open.get();
    if (now == null) {
      throw new NoGeneration("no index is open in " + home + ". Run dateline index to build one.");
    }
    return now;
  }

  /// Makes an opened generation the live one and keeps the last one for its lists.
  void swap(OpenGeneration next) throws IOException {
    Open before = open.get();
    Retired retired = before == null ? null : new Retired(before.live.forLists(), clock.instant());
    replace(before, new Open(next, retired));
    if (before != null) {
      swaps.incrementAndGet();
    }
  }

  /// What operators watch.
  EngineFigures figures(EngineStatus live) throws IOException {
    Open now = open.get();
    return new EngineFigures(
        new Journal(home).published(live.generation()).orElse(live.built()),
        now == null ? 0 : now.retired == null ? 1 : 2,
        swaps.get(),
        Runs.lastQuarantined(home));
  }

  /// Shows all that is open in another way.
  void show(View view) throws IOException {
    Open before = open.get();
    if (before == null) {
      return;
    }
    OpenGeneration live = view.of(before.live);
    Retired retired = before.retired;
    if (retired != null) {
      retired = new Retired(view.of(retired.generation), retired.lastUsed);
    }
    replace(before, new Open(live, retired));
  }

  /// Closes the generation before the live one when nobody needs it or its files are gone.
  void dropUnused() throws IOException {
    Open before = open.get();
    Retired retired = before == null ? null : before.retired;
    if (before != null && retired != null) {
      boolean isUnused = retired.lastUsed.plus(UNUSED_MAX).isBefore(clock.instant());
      if (isUnused || !retired.isThere()) {
        open.set(new Open(before.live, null));
        retired.generation.close();
      }
    }
  }

  /// What is given up stays readable for those who have acquired it.
  private void replace(@Nullable Open before, @Nullable Open after) throws IOException {
    open.set(after);
    if (before != null) {
      before.live.close();
      if (before.retired != null) {
        before.retired.generation.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    replace(open.get(), null);
  }
}
