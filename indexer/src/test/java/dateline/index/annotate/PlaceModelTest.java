package dateline.index.annotate;

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

final class PlaceModelTest {
  private static final Map<String, Map<String, Float>> NAMED =
      Map.of("JP", Map.of("dateline", 1f, "unheard", 9f), "FR", Map.of("dateline", 2f));
  private static final Map<String, Float> WORDS = Map.of("yen", 1f);

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void addsWhatCountsForAllForOneAndTheWords() {
    PlaceModel model = model();

    assertEquals(Map.of("JP", 1.0 + 0.5 + 2.0, "FR", 2.0), model.sums(NAMED, WORDS));
    assertEquals(Set.of("JP"), model.about(NAMED, WORDS));
    assertEquals(Set.of(), model.about(NAMED, Map.of()));
    assertEquals(Set.of("JP"), model.about(Map.of("JP", Map.of("dateline", 2f)), Map.of()));
    assertEquals(Set.of(), model.about(Map.of(), WORDS));
  }

  @Test
  void staysTheSameOnDisk() throws IOException {
    Path file = folder.resolve("places.model");
    model().write(file);

    PlaceModel read = PlaceModel.read(file);

    assertEquals(List.of("JP"), read.countries());
    assertEquals(model().sums(NAMED, WORDS), read.sums(NAMED, WORDS));
    assertEquals(model().about(NAMED, WORDS), read.about(NAMED, WORDS));
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Path file = folder.resolve("places.model");
    model().write(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    IOException torn = assertThrows(IOException.class, () -> PlaceModel.read(file));
    assertEquals(file + " ends early. Train again to make it anew.", torn.getMessage());

    new LinearModel.Builder().build().write(file);
    IOException other = assertThrows(IOException.class, () -> PlaceModel.read(file));
    assertEquals(file + " is no trained model. Train again to make it anew.", other.getMessage());
  }

  private static PlaceModel model() {
    var words = new LinearModel.Builder();
    words.label("JP", 3, List.of());
    words.feature("yen", 1, new double[] {2});
    return new PlaceModel(
        Map.of("dateline", new PlaceModel.Weight(1, Map.of(0, 0.5f))), words.build(), 2.5);
  }
}
