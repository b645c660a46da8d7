package dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeSwapTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @BeforeEach
  void nameTheFolderAsItIs() throws IOException {
    folder = folder.toRealPath();
  }

  @Test
  void theRestoredHomeTakesThePlace() throws Exception {
    fill("home", "old");
    fill("home.restoring", "new");

    HomeSwap.of(home()).swap();

    assertEquals("new", content("home"));
    assertEquals("old", content("home.removing"));
    assertEquals(Set.of("home", "home.removing"), names());
  }

  @Test
  void anEmptyFolderIsTaken() throws Exception {
    Files.createDirectory(home());
    fill("home.restoring", "new");

    HomeSwap.of(home()).swap();

    assertEquals("new", content("home"));
    assertEquals(Set.of("home"), names());
  }

  /// The state after a kill between the first two renames.
  @Test
  void aHomeThatWasPutAsideIsNamedAndPutBack() throws Exception {
    fill("home.replaced", "old");
    fill("home.restoring", "new");

    var refused = assertThrows(IOException.class, () -> HomeSwap.check(home()));
    assertEquals(
        """
        there is no folder ~/home: a restore into it was killed, and the old one is ~/home.replaced.
        Run dateline snapshot restore again, or put it back: mv ~/home.replaced ~/home\
        """
            .replace("~", folder.toString()),
        refused.getMessage());

    assertTrue(HomeSwap.of(home()).putBack());
    assertEquals("old", content("home"));
    HomeSwap.check(home());
    assertFalse(HomeSwap.of(home()).putBack());
  }

  /// The state after a kill between the last two renames: which of them is wanted, a person knows.
  @Test
  void twoHomesAreNotTouched() throws Exception {
    fill("home", "new");
    fill("home.replaced", "old");

    assertThrows(IOException.class, () -> HomeSwap.of(home()).putBack());

    assertEquals("new", content("home"));
    assertEquals("old", content("home.replaced"));
  }

  @Test
  void theOldHomeStaysWhereNothingWasBuilt() throws Exception {
    fill("home", "old");

    assertThrows(IOException.class, () -> HomeSwap.of(home()).swap());

    assertEquals("old", content("home"));
    assertEquals(Set.of("home"), names());
  }

  @Test
  void aLinkLeadsToTheSameHomeAfterwards() throws Exception {
    fill("disk", "old");
    Files.createSymbolicLink(home(), Path.of("disk"));
    HomeSwap swap = HomeSwap.of(home());
    assertEquals(folder.toRealPath().resolve("disk.restoring"), swap.restoring());
    fill("disk.restoring", "new");

    swap.swap();

    assertEquals("new", content("home"));
    Files.move(folder.resolve("disk"), folder.resolve("disk.replaced"));
    assertThrows(IOException.class, () -> HomeSwap.check(home()));
  }

  private Path home() {
    return folder.resolve("home");
  }

  private void fill(String name, String content) throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("file"), content);
  }

  private String content(String name) throws IOException {
    return Files.readString(folder.resolve(name).resolve("file"));
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
