package dateline.corpus.difference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Finds which paragraphs of one stretch became which of another: those that are most alike,
/// without any two pairs that cross.
final class ParagraphPairs {
  /// Paragraphs less alike are told as one removed and another added. Two about different things
  /// have little words in common: of 200,000 such pairs of the sample archive, one in a thousand
  /// comes to 0.32 and one in ten thousand to 0.42.
  static final double LIKENESS_MIN = 0.4;

  /// More comparisons are not made; then paragraphs are paired in their order or not at all.
  static final int COMPARISONS_MAX = 10_000;

  private ParagraphPairs() {}

  /// Places in the two lists.
  record Pair(int before, int after) {}

  /// In reading order.
  static List<Pair> of(List<ParagraphText> before, List<ParagraphText> after, Effort effort) {
    if (before.size() == after.size() && areAlikeInOrder(before, after, effort)) {
      return IntStream.range(0, before.size()).mapToObj(place -> new Pair(place, place)).toList();
    }
    if ((long) before.size() * after.size() > COMPARISONS_MAX) {
      return List.of();
    }
    double[][] likeness = new double[before.size()][after.size()];
    double[][] best = new double[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        likeness[i][j] = likeness(before.get(i), after.get(j), effort);
        best[i][j] =
            Math.max(Math.max(best[i + 1][j], best[i][j + 1]), likeness[i][j] + best[i + 1][j + 1]);
      }
    }
    var pairs = new ArrayList<Pair>();
    for (int i = 0, j = 0; i < before.size() && j < after.size(); ) {
      if (likeness[i][j] > 0 && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
        pairs.add(new Pair(i++, j++));
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    return Collections.unmodifiableList(pairs);
  }

  /// As when one name is replaced all over a story.
  private static boolean areAlikeInOrder(
      List<ParagraphText> before, List<ParagraphText> after, Effort effort) {
    return IntStream.range(0, before.size())
        .allMatch(place -> likeness(before.get(place), after.get(place), effort) > 0);
  }

  /// 0 below [#LIKENESS_MIN].
  private static double likeness(ParagraphText one, ParagraphText other, Effort effort) {
    if (one.isTooLong()
        || other.isTooLong()
        || !effort.spend(one.wordCount() + other.wordCount())) {
      return 0;
    }
    double likeness = one.likeness(other);
    return likeness < LIKENESS_MIN ? 0 : likeness;
  }
}
