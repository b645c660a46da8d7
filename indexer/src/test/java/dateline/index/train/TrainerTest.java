package dateline.index.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.annotate.LinearModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TrainerTest {
  @Test
  void assignsALabelOfFewArticlesOnWeakEvidence() {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 60; i++) {
      String other = List.of("oil", "wheat", "gold").get(i % 3);
      examples.add(new Example(Map.of(other, 2f, "price", 1f, "day", 1f), Set.of(other)));
    }
    for (int i = 0; i < 3; i++) {
      examples.add(new Example(Map.of("copra", 1f, "wheat", 1f, "price", 1f), Set.of("copra")));
    }

    LinearModel model = new Trainer().train(examples);

    assertEquals(
        Set.of("copra"), model.assigned(Map.of("copra", 1f, "price", 1f, "day", 2f)).keySet());
    assertEquals(
        Set.of("gold"), model.assigned(Map.of("gold", 2f, "price", 1f, "day", 1f)).keySet());
  }
}
