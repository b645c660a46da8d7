package dateline.index.purge;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dateline.index.annotate.LearnedNames;
import dateline.index.generation.TableSeals;
import dateline.index.learn.TermRarity;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Takes vanished words out of learned tables. A word that no article holds has the rarity of an
/// unknown one, so that nothing else changes for it.
final class TablesPurge {
  private TablesPurge() {}

  /// @param home whose tables, of all generations, are looked through
  static void of(Path home, VanishedWords vanished) throws IOException {
    Path tables = home.resolve("tables");
    if (vanished.isEmpty() || !Files.isDirectory(tables)) {
      return;
    }
    List<Path> folders;
    try (Stream<Path> entries = Files.list(tables)) {
      folders = entries.filter(Files::isDirectory).sorted().toList();
    }
    for (Path folder : folders) {
      boolean isSound = TableSeals.are(folder) && TableSeals.damages(folder).isEmpty();
      if (isSound) {
        TableSeals.remove(folder);
      }
      for (Twin twin : Twin.values()) {
        rarity(folder.resolve(twin.rarityFile()), vanished);
      }
      names(folder.resolve(LearnedNames.FILE), vanished);
      if (isSound) {
        TableSeals.write(folder);
      } // else what was damaged would count as whole
    }
  }

  private static void rarity(Path file, VanishedWords vanished) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    TermRarity before = TermRarity.read(file);
    if (before.terms().noneMatch(term -> vanished.hasTerm(term.term()))) {
      return;
    }
    var kept = new TermRarity.Builder();
    before
        .terms()
        .filter(term -> !vanished.hasTerm(term.term()))
        .forEach(term -> kept.add(term.term().getBytes(StandardCharsets.UTF_8), term.articles()));
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    kept.build(before.articles()).write(draft);
    Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  private static void names(Path file, VanishedWords vanished) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    List<String> kept = lines.stream().filter(line -> !vanished.isIn(line)).toList();
    if (kept.size() < lines.size()) {
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      Files.write(draft, kept);
      Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }
  }
}
