package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.query.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StretchesTest {
  private static final Span A = new Span.Phrase("a", false);
  private static final Span B = new Span.Phrase("b", false);
  private static final Span C = new Span.Phrase("c", false);

  /// Words of one letter; a sentence ends at a point.
  private record Letters(Map<String, List<Integer>> positions, List<Integer> sentences)
      implements Places {
    static Letters of(String text) {
      String[] words = text.split(" ");
      Map<String, List<Integer>> positions = new HashMap<>();
      for (int i = 0; i < words.length; i++) {
        positions.computeIfAbsent(words[i].substring(0, 1), _ -> new ArrayList<>()).add(i);
      }
      List<Integer> sentences =
          IntStream.range(0, words.length)
              .filter(i -> i == 0 || words[i - 1].endsWith("."))
              .boxed()
              .toList();
      return new Letters(positions, sentences);
    }

    @Override
    public List<Extent> of(Span leaf) {
      return leaf instanceof Span.Phrase(var word, _)
          ? positions.getOrDefault(word, List.of()).stream().map(at -> new Extent(at, at)).toList()
          : List.of();
    }

    @Override
    public int[] beginnings(Span.Unit unit) {
      return sentences.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /// The nearest pair of a and b is not the one near c.
  @Test
  void findsEveryPairForTheNextOperator() throws IOException {
    var near = new Span.Near(new Span.Near(A, B, 5, false), C, 1, false);

    assertEquals("[0-6]", found(near, "a b x x x b c"));
  }

  @Test
  void measuresFromTheNearestWords() throws IOException {
    assertEquals("[0-5]", found(new Span.Near(A, B, 5, true), "a x x x x b"));
    assertEquals("[]", found(new Span.Near(A, B, 4, true), "a x x x x b"));
    assertEquals("[]", found(new Span.Near(B, A, 5, true), "a x x x x b"));
    assertEquals("[]", found(new Span.Near(A, A, 5, false), "a"));
  }

  @Test
  void keepsToOneSentence() throws IOException {
    assertEquals("[]", found(new Span.Same(A, B, Span.Unit.SENTENCE), "a x. b"));
    assertEquals("[1-1, 2-2]", found(new Span.Same(A, B, Span.Unit.SENTENCE), "x. a b. a"));
    assertEquals("[]", found(new Span.Same(A, A, Span.Unit.SENTENCE), "a b. a"));
  }

  @Test
  void countsWhatDoesNotOverlap() throws IOException {
    var stretches = new Stretches(Letters.of("a b b a b"));

    assertEquals(2, stretches.count(new Span.Near(A, B, 5, false)));
    assertEquals(3, stretches.count(B));
  }

  @Test
  void looksAtSoManyPairsAlone() throws IOException {
    String[] words = new String[4_000];
    Arrays.fill(words, "a");
    var stretches = new Stretches(Letters.of(String.join(" ", words)));

    int pairs = stretches.of(new Span.Near(A, A, Span.DISTANCE_MAX, true)).size();

    assertEquals(Stretches.PAIRS_MAX, pairs);
  }

  private static String found(Span span, String text) throws IOException {
    return new Stretches(Letters.of(text))
        .of(span).stream().map(extent -> extent.start() + "-" + extent.end()).toList().toString();
  }
}
