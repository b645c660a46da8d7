package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What is withdrawn is forgotten.
final class WithdrawCommandTest {
  /// Stands in the first article's headline and text, and is the name of a person in it.
  private static final String WORD = "Quorvandel";

  private static final String FIRST =
      """
      {"id": "a", "source": "Wire", "headline": "Xavier %1$s arrested in Lima", "body": "Police in Lima said Xavier %1$s was arrested. Mr. %1$s denies it, and %1$s's lawyer said that %1$s would sue. %1$s was silent.", "published": "2026-01-02"}
      {"id": "b", "source": "Wire", "headline": "Harvest fails in Peru", "body": "Farmers in Peru lost most of their maize.", "published": "2026-01-03"}
      {"id": "c", "source": "Wire", "headline": "Lima opens a museum", "body": "A museum opened in Lima on Friday.", "published": "2026-01-04"}
      """
          .formatted(WORD);

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  private Path home;

  @BeforeEach
  void index() throws Exception {
    home = folder.resolve("home");
    deliver(FIRST).ended(0);
    // an older version stays as a deleted document, and as a version; a record of it is rejected
    deliver(
            """
            {"id": "a", "source": "Wire", "headline": "Xavier %1$s arrested", "body": "Police in Lima said Xavier %1$s was arrested on Friday night, after a long search of several weeks.", "published": "2026-01-02"}
            {"id": "a", "source": "Wire", "headline": "Xavier %1$s", "embargo": "when it is time"}
            {"id": "b", "source": "Post", "headline": "Reprint", "body": "Police in Lima said Xavier %1$s was arrested on Friday night, after a long search of several weeks."}
            """
                .formatted(WORD))
        .ended(3);
    Told.by("snapshot", "create", "--index", home, "--to", folder.resolve("snapshots")).ended(0);
    deliver("{\"id\": \"d\", \"source\": \"Wire\", \"headline\": \"A bridge is closed\"}").ended(0);
  }

  @Test
  void nothingOfItIsLeftAnywhere() throws Exception {
    Set<String> before =
        TextWalk.of(folder, WORD).stream()
            .map(place -> place.replaceFirst("[0-9]{8}T[0-9]{6}Z-[^/ ]*", "*"))
            .collect(Collectors.toSet());
    for (String place :
        List.of(
            "home/archive.db packed",
            "home/archive.db table versions packed",
            "home/archive.db table quarantine packed",
            "home/desk.db table entities",
            "home/tables/*/rarity-en.bin bytes")) {
      assertTrue(before.contains(place), () -> place + " in " + before);
    }
    for (String start :
        List.of("home/generations/*", "snapshots/*/home/archive.db", "snapshots/*/home/gen")) {
      assertTrue(before.stream().anyMatch(place -> place.startsWith(start)), start);
    }

    Told told = Told.by("withdraw", "a", "--reason", "names a minor", "--index", home).ended(0);

    assertEquals(List.of(), TextWalk.of(folder, WORD), told::toString);
    assertTrue(told.out().contains("withdrawn: a\n"), told::toString);
    assertTrue(
        told.out().contains("removed the text of 1 withdrawn article: 2 versions, 2 records"),
        told::toString);
    assertEquals(List.of("b", "c", "d"), found());
    Told.by("verify", "--index", home).ended(0);
    Told.by("snapshot", "list", "--in", folder.resolve("snapshots"), "--verify").ended(0);
    Told.by("snapshot", "drill", folder.resolve("snapshots")).ended(0);
  }

  @Test
  void noDeliveryBringsItBackUntilItIsUndone() throws Exception {
    Told.by("withdraw", "a", "--reason", "wrong", "--index", home).ended(0);

    Told told = deliver(FIRST).ended(0);

    assertTrue(told.out().contains("2 unchanged, 1 withdrawn, "), told::toString);
    assertEquals(List.of(), TextWalk.of(home, WORD));
    assertEquals(List.of("b", "c", "d"), found());

    Told.by("withdraw", "a", "--undo", "--index", home).ended(0);
    deliver(FIRST).ended(0);

    assertEquals(List.of("a", "b", "c", "d"), found());
  }

  @Test
  void tellsOfASnapshotThatItCannotReach() throws Exception {
    Files.move(folder.resolve("snapshots"), folder.resolve("elsewhere"));

    Told told = Told.by("withdraw", "a", "--reason", "wrong", "--index", home).ended(0);

    assertTrue(told.out().contains("still holds withdrawn text: the snapshot "), told::toString);
    Files.move(folder.resolve("elsewhere"), folder.resolve("snapshots"));
    Told.by("withdraw", "--index", home).ended(0);
    assertEquals(List.of(), TextWalk.of(folder, WORD));
  }

  @Test
  void aRestoredSnapshotDoesNotBringItBack() throws Exception {
    Path aside = folder.resolve("aside");
    Files.move(folder.resolve("snapshots"), aside);
    Told.by("withdraw", "a", "--reason", "wrong", "--index", home).ended(0);

    Told.by("snapshot", "restore", aside, "--index", home, "--replace").ended(0);

    assertEquals(List.of(), TextWalk.of(home, WORD));
    assertEquals(List.of("b", "c"), found());
  }

  @Test
  void aWrongCallWithdrawsNothing() throws Exception {
    assertTrue(
        Told.by("withdraw", "zz", "--reason", "wrong", "--index", home)
            .ended(1)
            .err()
            .contains("no article has the id 'zz'"));
    Told.by("withdraw", "a", "--index", home).ended(2);
    Told.by("withdraw", "a", "--reason", "x".repeat(501), "--index", home).ended(2);
    Told.by("withdraw", "zz", "--undo", "--index", home).ended(1);

    assertEquals(List.of("a", "b", "c", "d"), found());
  }

  private Told deliver(String lines) throws Exception {
    Path delivery = Files.writeString(folder.resolve("delivery.jsonl"), lines);
    Told told = Told.by("index", "--source", delivery, "--index", home);
    Files.delete(delivery);
    return told;
  }

  private List<String> found() {
    var ids = new ArrayList<String>();
    JsonMapper.shared()
        .readTree(
            Told.by("search", "--index", home, "--format", "json", "--collapse", "none")
                .ended(0)
                .out())
        .get("hits")
        .forEach(hit -> ids.add(hit.get("id").asString()));
    return ids.stream().sorted().toList();
  }
}
