package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.TreeSet;

/// Whether this user may use all of an archive's home, and whether all of it belongs to one user: a
/// run that root started once leaves files that the nightly job cannot write.
final class HomePermissions extends SimpleFileVisitor<Path> {
  private final Path home;
  private final UserPrincipal owner;
  private final Set<Path> forbidden = new TreeSet<>();
  private final Set<Path> foreign = new TreeSet<>();

  private HomePermissions(Path home) throws IOException {
    this.home = home;
    owner = Files.getOwner(home);
  }

  static Finding of(Path home) throws IOException {
    var looked = new HomePermissions(home);
    Files.walkFileTree(home, looked);
    return looked.finding();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    return look(folder);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    return look(file);
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) {
    if (Files.exists(path)) { // else a run has swept it away meanwhile
      forbidden.add(path);
    }
    return FileVisitResult.CONTINUE;
  }

  private FileVisitResult look(Path path) throws IOException {
    boolean isUsersOwn = path.startsWith(home.resolve(Gazetteer.FOLDER)); // only read
    if (!Files.isReadable(path) || (!isUsersOwn && !Files.isWritable(path))) {
      if (Files.exists(path)) {
        forbidden.add(path);
      }
    } else if (!isUsersOwn && Files.exists(path) && !Files.getOwner(path).equals(owner)) {
      foreign.add(path);
    }
    return FileVisitResult.CONTINUE;
  }

  private Finding finding() {
    String mend =
        "Give all of it to the user who runs Dateline: chown -R " + owner.getName() + " " + home;
    if (!forbidden.isEmpty()) {
      return Finding.fail(
          "permissions",
          System.getProperty("user.name")
              + " may not use "
              + forbidden.iterator().next()
              + others(forbidden),
          mend);
    }
    return foreign.isEmpty()
        ? Finding.ok("permissions", "all of " + home + " belongs to " + owner.getName())
        : Finding.warn(
            "permissions",
            foreign.iterator().next()
                + others(foreign)
                + " does not belong to "
                + owner.getName()
                + ", to whom the folder belongs",
            mend);
  }

  private static String others(Set<Path> paths) {
    return paths.size() == 1 ? "" : " and " + Words.count(paths.size() - 1, "other");
  }
}
