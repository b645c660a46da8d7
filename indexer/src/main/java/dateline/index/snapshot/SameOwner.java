package dateline.index.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.stream.Stream;

/// Gives a restored home to whoever owned the old one: a service must be able to go on with what an
/// administrator restored.
final class SameOwner {
  private SameOwner() {}

  static void as(Path old, Path restored) throws IOException {
    PosixFileAttributeView view = view(old);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted = view.readAttributes();
    Files.setPosixFilePermissions(restored, wanted.permissions());
    try (Stream<Path> tree = Files.walk(restored)) {
      for (Path path : tree.toList()) {
        give(path, wanted);
      }
    }
  }

  private static void give(Path path, PosixFileAttributes wanted) throws IOException {
    PosixFileAttributeView view = view(path);
    if (view == null) {
      return;
    }
    PosixFileAttributes now = view.readAttributes();
    if (!now.owner().equals(wanted.owner())) {
      try {
        view.setOwner(wanted.owner());
      } catch (IOException e) {
        throw new IOException(
            "cannot give %s to %s, who owns the old home. Run the command as that user, or as root."
                .formatted(path, wanted.owner()),
            e);
      }
    }
    if (!now.group().equals(wanted.group())) {
      try {
        view.setGroup(wanted.group());
      } catch (IOException _) { // the owner may not be in that group, and reads it all the same
      }
    }
  }

  private static @org.jspecify.annotations.Nullable PosixFileAttributeView view(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class);
  }
}
