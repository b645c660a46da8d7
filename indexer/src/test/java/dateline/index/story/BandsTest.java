package dateline.index.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BandsTest {
  /// Where these change, [dateline.index.schema.IndexNames#SCHEMA_VERSION] is raised: a run would
  /// look among older articles for numbers that they do not have.
  @Test
  void theNumbersOfATextStay() {
    Article article =
        Article.builder("a")
            .headline("Dam")
            .body("Engineers closed the last gate of the Karu dam on Monday.")
            .build();

    long[] bands = Bands.of(article);

    assertEquals(21, bands.length);
    assertEquals("e23183346fc83c", Long.toHexString(bands[0]));
    assertEquals("78d798bf", Integer.toHexString(Arrays.hashCode(bands)));
  }

  /// The chance of two texts to meet is what [Bands] says.
  @Test
  void nearTextsMeet() {
    var random = new Random(1987);
    int[] met = new int[2];
    int pairs = 400;
    for (int pair = 0; pair < pairs; pair++) {
      // of 200 runs, 100 or 160 are those of both
      met[0] += meet(random, 200, 100) ? 1 : 0;
      met[1] += meet(random, 200, 160) ? 1 : 0;
    }

    assertEquals(1 - Math.pow(1 - Math.pow(1 / 3.0, 3), 20), met[0] / (double) pairs, 0.08);
    assertTrue(met[1] >= 0.98 * pairs, () -> met[1] + " of " + pairs);
  }

  private static boolean meet(Random random, int words, int shared) {
    String both = text(random, shared + 3);
    long[] one = Bands.of(article(both + " " + text(random, words - shared)));
    long[] other = Bands.of(article(both + " " + text(random, words - shared)));
    return Arrays.stream(one)
        .skip(1)
        .anyMatch(band -> Arrays.stream(other).skip(1).anyMatch(each -> each == band));
  }

  private static Article article(String body) {
    return Article.builder("a").body(body).build();
  }

  private static String text(Random random, int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(' ').append(Long.toString(random.nextLong(), 36));
    }
    return text.toString();
  }
}
