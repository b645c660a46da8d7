package dateline.index.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableSealsTest {
  @TempDir private Path tables;

  @Test
  void namesEveryTableThatIsNotAsItWasSealed() throws IOException {
    for (String name : List.of("gone", "longer", "other", "same")) {
      Files.writeString(tables.resolve(name), "table");
    }
    TableSeals.write(tables);
    assertEquals(List.of(), TableSeals.damages(tables));

    Files.delete(tables.resolve("gone"));
    Files.writeString(tables.resolve("longer"), "tables");
    Files.writeString(tables.resolve("other"), "fable");

    assertEquals(
        List.of(
            "gone is missing",
            "longer has 6 bytes instead of 5",
            "other has other content than when it was written"),
        TableSeals.damages(tables));
  }

  @Test
  void aTornSealIsDamageAndNoSealIsNone() throws IOException {
    Files.writeString(tables.resolve("table"), "table");
    TableSeals.write(tables);
    Files.writeString(tables.resolve(TableSeals.FILE), "{\"table\": {\"by");
    assertEquals(
        List.of("checksums.json of the learned tables is damaged"), TableSeals.damages(tables));

    TableSeals.remove(tables);
    assertFalse(TableSeals.are(tables));
    assertEquals(List.of(), TableSeals.damages(tables));
  }

  @Test
  void whatAKilledRunLeftIsNotSealed() throws IOException {
    Path draft = Files.writeString(tables.resolve("table.draft"), "half");
    TableSeals.write(tables);
    Files.delete(draft);

    assertEquals(List.of(), TableSeals.damages(tables));
  }
}
