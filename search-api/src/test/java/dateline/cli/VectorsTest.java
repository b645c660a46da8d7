package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.index.meaning.TextEncoder;
import dateline.search.PluginJar;
import dateline.search.lucene.InitialsModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model that a user put into the archive's home, by the commands.
final class VectorsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void areBuiltToldAndTakenAway() throws Exception {
    Path home = folder.resolve("home");
    Path source =
        Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"body\":\"Harbour fire\"}\n");
    Told.by("index", "--source", source, "--index", home).ended(0);
    Told unwilling = Told.by("index", "--due", "--vectors", "--index", home).ended(1);
    var plugin = new PluginJar(home, TextEncoder.class);
    plugin.offer("acme.Initials", InitialsModel.source("7", folder.resolve("read")));
    Told.by("index", "--due", "--vectors", "--index", home).ended(0);
    Told status = Told.by("status", "--index", home).ended(0);
    Told found = Told.by("search", "--index", home, "--mode", "hybrid", "fire").ended(0);
    Told.by("index", "--due", "--no-vectors", "--index", home).ended(0);
    Told without = Told.by("status", "--index", home).ended(0);
    Told refused = Told.by("search", "--index", home, "--mode", "hybrid", "fire").ended(1);

    assertTrue(unwilling.err().contains("vectors need a model"), unwilling::toString);
    assertTrue(status.out().contains("vectors     acme-initials 7"), status::toString);
    assertTrue(found.out().contains("1 article"), found::toString);
    assertFalse(without.out().contains("vectors"), without::toString);
    assertTrue(refused.err().contains("dateline index --vectors"), refused::toString);
  }
}
