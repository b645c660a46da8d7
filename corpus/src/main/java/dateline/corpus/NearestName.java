package dateline.corpus;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that was probably meant by one that does not exist.
public final class NearestName {
  private NearestName() {}

  /// The closest of `names`: one slip away, or two in a name of five letters and more. A slip is a
  /// letter too many, missing, wrong, or changed with its neighbour.
  public static Optional<String> of(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int slipsMax = wanted.length() < 5 ? 1 : 2;
    return names.stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= slipsMax)
        .filter(name -> slips(wanted, name) <= slipsMax)
        .min(Comparator.comparingInt(name -> slips(wanted, name)));
  }

  /// Optimal string alignment distance (Damerau, CACM 7(3), 1964, without repeated edits).
  private static int slips(String from, String to) {
    int[][] distance = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : cheapest(distance, from, to, i, j);
      }
    }
    return distance[from.length()][to.length()];
  }

  private static int cheapest(int[][] distance, String from, String to, int i, int j) {
    boolean isSame = from.charAt(i - 1) == to.charAt(j - 1);
    int best = distance[i - 1][j - 1] + (isSame ? 0 : 1);
    best = Math.min(best, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    boolean isSwap =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return isSwap ? Math.min(best, 1 + distance[i - 2][j - 2]) : best;
  }
}
