package dateline.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The model itself, in the runtime.
final class MiniLmTest {
  private static final MiniLm MODEL = new MiniLm();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ship accident at sea    | A ferry sank in the strait.           | Parliament passed the budget.
          rise in interest rates  | The central bank tightened its policy. | The striker scored twice.
          jailed for embezzlement | A court sent the former minister to prison for fraud. | Wheat harvests were poor.
          """)
  void whatMeansTheSameIsNear(String query, String near, String far) {
    assertTrue(likeness(query, near) > likeness(query, far) + 0.1, query);
  }

  private static float likeness(String one, String other) {
    float[] here = MODEL.vector(one);
    float[] there = MODEL.vector(other);
    float sum = 0;
    for (int i = 0; i < here.length; i++) {
      sum += here[i] * there[i];
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"a", "?", "東京で地震", "'\u0000\u00AD'", "Žižek"})
  void everyTextHasAVectorOfLengthOne(String text) {
    assertEquals(1, likeness(text, text), 1e-4);
  }

  @Test
  void longTextsAreCut() {
    assertArrayEquals(
        MODEL.vector("harbour ".repeat(300)), MODEL.vector("harbour ".repeat(3000)), 1e-6f);
  }

  @Test
  void manyMayAskAtOnce() throws Exception {
    float[] alone = MODEL.vector("a strike at the port");
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Future<float[]>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(pool.submit(() -> MODEL.vector("a strike at the port")));
      }
      for (Future<float[]> answer : answers) {
        assertArrayEquals(alone, answer.get(), 1e-6f);
      }
    }
  }
}
