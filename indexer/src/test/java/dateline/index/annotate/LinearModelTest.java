package dateline.index.annotate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinearModelTest {
  private static final Map<String, Float> TEXT = Map.of("oil", 1f, "wheat", 1f, "unheard", 9f);

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void sumsFeaturesOfUnitLength() {
    LinearModel model = model();

    double[] sums = model.sums(TEXT);

    // oil weighs 3, wheat 4, the length is 5
    assertArrayEquals(new double[] {3 / 5.0, 2 * 4 / 5.0 - 3 / 5.0, 0}, sums, 1e-6);
    assertEquals(Set.of("crude", "grain"), model.assigned(TEXT).keySet());
    assertEquals(Set.of("crude"), model.assigned(Map.of("oil", 1f)).keySet());
    assertEquals(
        Set.of("palm-oil"), model.assigned(Map.of("^palm", 1f, "^oil", 1f, "palm", 1f)).keySet());
    assertEquals(
        Set.of("crude", "palm-oil"), model.assigned(Map.of("palm", 2f, "oil", 2f)).keySet());
    assertEquals(Set.of(), model.assigned(Map.of("palm", 2f)).keySet());
    assertEquals(Set.of(), model.assigned(Map.of("unheard", 1f)).keySet());
  }

  @Test
  void staysTheSameOnDisk() throws IOException {
    Path file = folder.resolve("a.model");
    model().write(file);

    LinearModel read = LinearModel.read(file);

    assertEquals(model().labels(), read.labels());
    assertArrayEquals(model().sums(TEXT), read.sums(TEXT));
    assertEquals(model().assigned(TEXT), read.assigned(TEXT));
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Path file = folder.resolve("a.model");
    model().write(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    IOException torn = assertThrows(IOException.class, () -> LinearModel.read(file));
    assertEquals(file + " ends early. Train again to make it anew.", torn.getMessage());

    Files.writeString(file, "something else");
    IOException other = assertThrows(IOException.class, () -> LinearModel.read(file));
    assertEquals(file + " is no trained model. Train again to make it anew.", other.getMessage());
  }

  private static LinearModel model() {
    var model = new LinearModel.Builder();
    model.label("crude", 0.5, List.of());
    model.label("grain", 0.5, List.of());
    model.label("palm-oil", 9, List.of("palm", "oil"));
    model.feature("oil", 3, new double[] {1, -1, 0});
    model.feature("wheat", 4, new double[] {0, 2, 0});
    return model.build();
  }
}
