package dateline.search.lucene;

import java.util.ArrayList;
import java.util.List;

/// Groups things so that those of a group resemble each other on average, and not only one the
/// next: the method of Sokal and Michener, _A statistical method for evaluating systematic
/// relationships_, 1958. The two groups that are most alike become one, until none are alike
/// enough.
final class AverageLinkage {
  private AverageLinkage() {}

  /// The group of one thing, itself included, in rising order.
  ///
  /// @param similarity symmetric; is used up. Of equal pairs the one of the first things comes
  ///   first
  /// @param least average similarity of two groups that become one
  static List<Integer> groupOf(int one, double[][] similarity, double least) {
    int size = similarity.length;
    var groups = new ArrayList<List<Integer>>();
    for (int i = 0; i < size; i++) {
      groups.add(new ArrayList<>(List.of(i)));
    }
    while (true) {
      int left = -1;
      int right = -1;
      double best = least;
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size && !groups.get(i).isEmpty(); j++) {
          boolean isBetter = left < 0 ? similarity[i][j] >= best : similarity[i][j] > best;
          if (isBetter && !groups.get(j).isEmpty()) {
            best = similarity[i][j];
            left = i;
            right = j;
          }
        }
      }
      if (left < 0) {
        return groups.stream()
            .filter(group -> group.contains(one))
            .findFirst()
            .orElseThrow()
            .stream()
            .sorted()
            .toList();
      }
      join(left, right, groups, similarity);
    }
  }

  private static void join(int left, int right, List<List<Integer>> groups, double[][] similarity) {
    double leftSize = groups.get(left).size();
    double rightSize = groups.get(right).size();
    for (int other = 0; other < similarity.length; other++) {
      double average =
          (similarity[left][other] * leftSize + similarity[right][other] * rightSize)
              / (leftSize + rightSize);
      similarity[left][other] = average;
      similarity[other][left] = average;
    }
    groups.get(left).addAll(groups.get(right));
    groups.get(right).clear();
  }
}
