package dateline.index.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.generation.GenerationStore.Keep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerationStoreTest {
  private static final String BUILD_ANEW =
      "\nThe texts are safe in the store: run dateline index with any source to build a new index.";

  private static final String FIRST = "20260101T000000Z-1";
  private static final String SECOND = "20260102T000000Z-2";
  private static final String THIRD = "20260103T000000Z-3";

  private static final Lineage LINEAGE =
      new Lineage(
          "20251231T000000Z-9",
          "1",
          new TreeSet<>(List.of(2L)),
          Instant.parse("2025-12-31T00:00:00Z"),
          100,
          7);

  @TempDir private Path home;
  private GenerationStore store;

  @BeforeEach
  void openStore() {
    store = new GenerationStore(home);
  }

  @Test
  void answersFromWhatWasPublishedLast() throws IOException {
    assertEquals(Optional.empty(), store.live());

    Generation first = build(FIRST);
    store.publish(first);
    assertEquals(Optional.of(first), store.live());

    Generation second = build(SECOND);
    assertEquals(Optional.of(first), store.live());
    store.publish(second);
    assertEquals(Optional.of(second), store.live());
  }

  @Test
  void readsTheManifestAsItWasWritten() throws IOException {
    Generation built = build(FIRST);

    assertEquals(List.copyOf(built.manifest().runs()), List.of(1L, 4L));
    assertEquals(built.manifest(), Manifest.read(built.directory()));
  }

  @Test
  void keepsTheLiveGenerationAndTheOneBefore() throws IOException {
    for (String name : List.of(FIRST, SECOND, THIRD)) {
      store.publish(build(name));
    }
    Files.createDirectories(store.draft("20260104T000000Z-4"));

    assertEquals(
        List.of(FIRST, "20260104T000000Z-4.building"),
        store.sweep(new Keep(1, Set.of(1L, 2L, 3L), Set.of(), Set.of())));

    assertEquals(List.of(SECOND, THIRD), names("generations"));
    assertEquals(List.of(SECOND, THIRD), names("tables"));
  }

  @Test
  void removesAGenerationThatWasNeverPublished() throws IOException {
    store.publish(build(FIRST));
    build(SECOND);

    assertEquals(List.of(SECOND), store.sweep(new Keep(2, Set.of(1L), Set.of(), Set.of())));
    assertEquals(Optional.of(FIRST), store.liveName());
  }

  @Test
  void keepsWhatIsOnHoldAndADraftThatGoesOn() throws IOException {
    store.publish(build(FIRST));
    build(SECOND);
    build(THIRD);
    Files.createDirectories(store.draft("20260104T000000Z-4"));
    store.tables("20260104T000000Z-4");

    assertEquals(List.of(SECOND), store.sweep(new Keep(1, Set.of(1L), Set.of(2L, 3L), Set.of(4L))));

    assertEquals(List.of(FIRST, THIRD, "20260104T000000Z-4.building"), names("generations"));
    assertEquals(List.of(FIRST, THIRD, "20260104T000000Z-4"), names("tables"));
  }

  @Test
  void ordersByRunsSinceAClockMayJumpBack() throws IOException {
    String later = "20251231T000000Z-10";
    for (String name : List.of(SECOND, later, THIRD)) {
      build(name);
    }

    assertEquals(
        List.of(SECOND, THIRD, later), store.all().stream().map(Generation::name).toList());
  }

  @Test
  void sharesFilesAndTakesTheirSealsFromTheBase() throws IOException {
    Generation first = build(FIRST);
    Path draft = store.draft(SECOND);
    GenerationStore.share(first, draft);
    Files.delete(draft.resolve("a.bin"));
    Files.writeString(draft.resolve("d.bin"), "new");
    Files.writeString(first.directory().resolve("b.bin"), "rotten here");

    SortedMap<String, Manifest.FileSeal> seals = GenerationStore.seal(draft, Optional.of(first));

    assertEquals(Set.of("b.bin", "c.bin", "d.bin"), seals.keySet());
    assertEquals(first.manifest().files().get("b.bin"), seals.get("b.bin"));
    assertTrue(
        Files.isSameFile(first.directory().resolve("c.bin"), draft.resolve("c.bin")),
        "a file of the base takes no room of its own");
  }

  @Test
  void saysThatThePointerIsTorn() throws IOException {
    store.publish(build(FIRST));
    Files.writeString(home.resolve("CURRENT"), FIRST.substring(0, 9));

    IOException torn = assertThrows(IOException.class, store::live);

    assertEquals(
        home.resolve("CURRENT") + " is damaged: it holds no name of a generation." + BUILD_ANEW,
        torn.getMessage());
  }

  @Test
  void saysThatTheLiveGenerationIsUnfinished() throws IOException {
    Generation first = build(FIRST);
    store.publish(first);
    Files.delete(first.directory().resolve("manifest.json"));

    IOException missing = assertThrows(IOException.class, store::live);

    assertEquals(
        "generation "
            + FIRST
            + " is missing or unfinished below "
            + home.resolve("generations")
            + "."
            + BUILD_ANEW,
        missing.getMessage());
  }

  @Test
  void saysThatTheManifestIsDamaged() throws IOException {
    Generation first = build(FIRST);
    Path manifest = first.directory().resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).substring(0, 40));

    IOException damaged = assertThrows(IOException.class, () -> store.open(FIRST));

    assertEquals(manifest + " is damaged." + BUILD_ANEW, damaged.getMessage());
  }

  @Test
  void noticesEveryDamagedFile() throws IOException {
    Generation first = build(FIRST);
    assertEquals(List.of(), store.damages(first));

    Files.writeString(first.directory().resolve("a.bin"), "othEr");
    Files.writeString(first.directory().resolve("b.bin"), "shorter");
    Files.delete(first.directory().resolve("c.bin"));
    Files.writeString(first.directory().resolve("d.bin"), "strange");

    assertEquals(
        List.of(
            "a.bin has other content than when it was written",
            "b.bin has 7 bytes instead of 11",
            "c.bin is missing",
            "d.bin does not belong to the generation"),
        store.damages(first));
  }

  private Generation build(String name) throws IOException {
    Path draft = store.draft(name);
    Files.writeString(store.tables(name).resolve("table.bin"), "table");
    Files.writeString(draft.resolve("a.bin"), "other");
    Files.writeString(draft.resolve("b.bin"), "long enough");
    Files.writeString(draft.resolve("c.bin"), "");
    return store.complete(
        draft,
        new Manifest(
            name,
            1,
            2,
            "gazetteer",
            List.of("acme-ner 2"),
            "acme-meaning 1",
            name,
            new TreeSet<>(List.of(1L, 4L)),
            3,
            Instant.parse("2026-01-01T00:00:00Z"),
            LINEAGE,
            GenerationStore.seal(draft, Optional.empty())));
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> paths = Files.list(home.resolve(folder))) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
