package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ScratchFolderTest {
  @Test
  void isGoneAtTheEndWithAllThatIsInIt() throws IOException {
    Path path;
    try (var scratch = new ScratchFolder()) {
      path = filled(scratch);
      assertTrue(Files.exists(path));
    }

    assertFalse(Files.exists(path));
  }

  @Test
  void isGoneAlsoWhenItsUserFails() {
    var path = new AtomicReference<Path>();

    assertThrows(
        IllegalStateException.class,
        () -> {
          try (var scratch = new ScratchFolder()) {
            path.set(filled(scratch));
            throw new IllegalStateException("failed");
          }
        });

    assertFalse(Files.exists(path.get()));
  }

  @Test
  void isGoneAlsoWhenItsUserIsInterrupted() throws IOException {
    Path path;
    try (var scratch = new ScratchFolder()) {
      path = filled(scratch);
      Thread.currentThread().interrupt();
    }

    assertFalse(Files.exists(path));
  }

  @Test
  void mayBeGoneAlready() throws IOException {
    try (var scratch = new ScratchFolder()) {
      Files.delete(scratch.path());
    }
  }

  private static Path filled(ScratchFolder scratch) throws IOException {
    Path inner = Files.createDirectories(scratch.path().resolve("home/generations"));
    Files.writeString(inner.resolve("file"), "text");
    return scratch.path();
  }
}
