package dateline.index.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What every two texts share of their runs of four words, counted out: nothing is hashed or drawn,
/// and no code is shared with what is tested.
final class ExactPairs {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LENGTH = 4;
  private static final int BITS = Long.SIZE / LENGTH;

  /// Two of the texts by their numbers, the lesser first.
  record Pair(int one, int other) {}

  private final Map<String, Integer> numbers = new HashMap<>();

  private ExactPairs() {}

  /// The pairs that share at least `least` of all runs that either has, with how much.
  static Map<Pair, Double> of(List<String> texts, double least) {
    var exact = new ExactPairs();
    List<long[]> runs = texts.stream().map(exact::runs).toList();
    long[] all = runs.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
    var holders = new ArrayList<List<Integer>>();
    Arrays.stream(all).forEach(_ -> holders.add(new ArrayList<>(1)));
    Map<Pair, Double> pairs = new LinkedHashMap<>();
    for (int text = 0; text < runs.size(); text++) {
      Map<Integer, Integer> shared = new HashMap<>();
      for (long run : runs.get(text)) {
        List<Integer> before = holders.get(Arrays.binarySearch(all, run));
        before.forEach(other -> shared.merge(other, 1, Integer::sum));
        before.add(text);
      }
      int number = text;
      shared.forEach((other, count) -> {
        int either = runs.get(number).length + runs.get(other).length - count;
        if (count >= least * either) {
          pairs.put(new Pair(other, number), count / (double) either);
        }
      });
    }
    return pairs;
  }

  private long[] runs(String text) {
    long[] words =
        BETWEEN
            .splitAsStream(text.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .mapToLong(this::number)
            .toArray();
    if (words.length == 0) {
      return words;
    }
    long[] runs = new long[Math.max(1, words.length - LENGTH + 1)];
    for (int i = 0; i < runs.length; i++) {
      for (int word = i; word < Math.min(words.length, i + LENGTH); word++) {
        runs[i] = (runs[i] << BITS) | words[word];
      }
    }
    return Arrays.stream(runs).distinct().toArray();
  }

  private long number(String word) {
    int number = numbers.computeIfAbsent(word, _ -> numbers.size() + 1);
    if (number >= 1 << BITS) {
      throw new IllegalStateException("four of so many different words do not fit into a number");
    }
    return number;
  }
}
