package dateline.index.night;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/// The words of an invented article, each once, with the number of times that it stands there.
final class Words {
  static final Words NONE = new Words(new TreeMap<>());

  private final int[] terms;
  private final int[] counts;

  Words(SortedMap<Integer, Integer> counts) {
    terms = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.counts = counts.values().stream().mapToInt(Integer::intValue).toArray();
  }

  int size() {
    return terms.length;
  }

  int term(int at) {
    return terms[at];
  }

  int count(int at) {
    return counts[at];
  }

  /// Without the terms that an analyzer lost.
  Words lacking(BitSet lost) {
    var left = new TreeMap<Integer, Integer>();
    for (int i = 0; i < terms.length; i++) {
      if (!lost.get(terms[i])) {
        left.put(terms[i], counts[i]);
      }
    }
    return new Words(left);
  }

  /// Under another analysis, which takes every 25th word and the one after it for the same.
  Words renewed() {
    var words = new TreeMap<Integer, Integer>();
    for (int i = 0; i < terms.length; i++) {
      words.merge(renewed(terms[i]), counts[i], Integer::sum);
    }
    return new Words(words);
  }

  static int renewed(int term) {
    return term % 25 == 23 ? term + 1 : term;
  }
}
