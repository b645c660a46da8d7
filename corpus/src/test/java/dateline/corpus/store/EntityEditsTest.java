package dateline.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dateline.corpus.EntityKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityEditsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  private static final EntityEdit MERGE =
      new EntityEdit.Merge(EntityKind.PERSON, "ishiba", "shigeru-ishiba");
  private static final EntityEdit HIDE = new EntityEdit.Hide(EntityKind.PERSON, "thomas-shoal");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path home;

  @Test
  void keepsEditsInTheirOrderAndUndoesTheLastOneInForce() throws Exception {
    assertEquals(List.of(), EntityEdits.all(home));
    String untouched = EntityEdits.state(home);
    try (var edits = EntityEdits.open(home)) {
      assertEquals(untouched, EntityEdits.state(home));
      edits.add(List.of(MERGE, HIDE), NOW);
      String made = EntityEdits.state(home);
      assertNotEquals(untouched, made);

      assertEquals(Optional.of(HIDE), edits.undo(Optional.empty()).map(EntityEdits.Made::edit));
      assertEquals(Optional.empty(), edits.undo(Optional.of(2L)));
      assertEquals(Optional.empty(), edits.undo(Optional.of(7L)));
      assertNotEquals(made, EntityEdits.state(home));
    }
    assertEquals(
        List.of(
            new EntityEdits.Made(1, NOW, MERGE, false), new EntityEdits.Made(2, NOW, HIDE, true)),
        EntityEdits.all(home));
    EntityOverlay overlay = EntityEdits.overlay(home);
    assertEquals(Optional.of("shigeru-ishiba"), overlay.shown(EntityKind.PERSON, "ishiba"));
    assertEquals(Optional.of("thomas-shoal"), overlay.shown(EntityKind.PERSON, "thomas-shoal"));
  }

  @Test
  void aSplitMintsAnIdThatRecognitionNeverGives() throws Exception {
    try (var ids = EntityIds.open(home)) {
      ids.idOf(EntityKind.PERSON, "~george bush", "George Bush");
      ids.save();
    }
    try (var edits = EntityEdits.open(home)) {
      String free = edits.freeId(EntityKind.PERSON, "George Bush");
      assertEquals("george-bush-2", free);
      edits.add(List.of(split(free)), NOW);
    }
    try (var ids = EntityIds.open(home)) {
      assertEquals("george-bush-3", ids.idOf(EntityKind.PERSON, "~other", "George Bush"));
    }
  }

  private static EntityEdit split(String newId) {
    return new EntityEdit.Split(
        EntityKind.PERSON,
        "george-bush",
        newId,
        "George W. Bush",
        EntityEdit.Side.CHOSEN,
        List.of("George W. Bush"),
        Set.of("a7"));
  }

  @Test
  void readsADeskThatKnowsNoEdits() throws Exception {
    try (var ids = EntityIds.open(home)) {
      ids.save();
    }
    try (var older = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(EntityIds.FILE));
        var statement = older.createStatement()) {
      statement.execute("DROP TABLE entity_edits");
    }
    assertEquals(List.of(), EntityEdits.all(home));
    assertEquals("0", EntityEdits.state(home));
  }

  @Test
  void aFileThatIsNoStoreIsNamed() throws Exception {
    Files.writeString(
        home.resolve(EntityIds.FILE), "no database at all, but long enough to be read");
    StoreException failure = assertThrows(StoreException.class, () -> EntityEdits.all(home));
    assertEquals(true, String.valueOf(failure.getMessage()).contains("desk.db"));
  }

  @Test
  void aMergeChainEndsAtItsLastLinkAndNeverInACircle() {
    EntityOverlay overlay =
        EntityOverlay.of(
            List.of(
                new EntityEdit.Merge(EntityKind.ORGANISATION, "a", "b"),
                new EntityEdit.Merge(EntityKind.ORGANISATION, "b", "c"),
                new EntityEdit.Merge(EntityKind.ORGANISATION, "c", "a"),
                new EntityEdit.Alias(EntityKind.ORGANISATION, "a", "Alpha"),
                new EntityEdit.Rename(EntityKind.ORGANISATION, "b", "Gamma"),
                new EntityEdit.Hide(EntityKind.PERSON, "a")));
    for (String id : List.of("a", "b", "c")) {
      assertEquals(Optional.of("c"), overlay.shown(EntityKind.ORGANISATION, id));
    }
    assertEquals("Gamma", overlay.label(EntityKind.ORGANISATION, "c"));
    assertEquals(Set.of("Alpha"), overlay.aliases(EntityKind.ORGANISATION).get("c"));
    assertEquals(Set.of("a", "b"), overlay.mergedInto(EntityKind.ORGANISATION, "c"));
    assertEquals(Optional.empty(), overlay.shown(EntityKind.PERSON, "a"));
  }

  @ParameterizedTest
  @CsvSource({"CHOSEN, new, old", "OTHERS, old, new"})
  void aSplitChoosesByNameOrArticle(EntityEdit.Side side, String chosen, String other) {
    var split =
        new EntityEdit.Split(
            EntityKind.PERSON, "old", "new", "New", side, List.of("Ann Lee"), Set.of("a1"));
    EntityOverlay overlay = EntityOverlay.of(List.of(split));
    assertEquals(chosen, overlay.idIn(EntityKind.PERSON, "old", "a1", _ -> false));
    assertEquals(chosen, overlay.idIn(EntityKind.PERSON, "old", "a2", "Ann Lee"::equals));
    assertEquals(other, overlay.idIn(EntityKind.PERSON, "old", "a2", _ -> false));
    assertEquals("else", overlay.idIn(EntityKind.PERSON, "else", "a1", _ -> true));
  }

  @Test
  void everyEditIsALineAndBack() throws Exception {
    for (EntityEdit edit :
        List.of(
            MERGE,
            HIDE,
            new EntityEdit.Rename(EntityKind.PLACE, "JP-13", "Tokyo Metropolis"),
            new EntityEdit.Alias(EntityKind.ISSUE, "medtop:11000000", "statecraft"),
            split("george-bush-2"))) {
      assertEquals(edit, EditLine.parse(EditLine.print(edit)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge",
        "merge\tperson\ta",
        "merge\tperson\ta\tb\tc",
        "merge\tpeople\ta\tb",
        "mrege\tperson\ta\tb",
        "hide\tperson\t",
        "hide\tperson\ta\tb",
        "rename\tperson\ta",
        "alias  person  a  b",
        "split\tplace\ta\tb\tB\tchosen\tname:B",
        "split\tperson\ta\tb\tB\tsome\tname:B",
        "split\tperson\ta\tb\tB\tchosen\tB",
        "split\tperson\ta\tb\tB\tchosen",
      })
  void aLineThatSaysNothingIsRefused(String line) {
    assertThrows(EditLine.Malformed.class, () -> EditLine.parse(line));
  }

  @Test
  void aLineHasALimit() {
    String line = "rename\tperson\ta\t" + "x".repeat(EditLine.LENGTH_MAX);
    assertThrows(EditLine.Malformed.class, () -> EditLine.parse(line));
  }
}
