package dateline.corpus.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fewest removals and additions that lead from one sequence to another: the greedy algorithm
/// of Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986), section 2.
final class ShortestEdit {
  /// Sequences further apart count as different from end to end. Following a path of this length
  /// back takes 4 MB; a text with more changes is easier to read anew than between its changes.
  static final int EDITS_MAX = 1000;

  private final int[] before;
  private final int[] after;
  private final int[] kept;

  private ShortestEdit(int[] before, int[] after) {
    this.before = before;
    this.after = after;
    this.kept = new int[before.length];
    Arrays.fill(kept, -1);
  }

  /// For each place of `before` the place of `after` where it stays, rising, or -1 where it goes;
  /// null when that takes more than [#EDITS_MAX] edits or than the effort.
  static int @Nullable [] of(int[] before, int[] after, Effort effort) {
    var edit = new ShortestEdit(before, after);
    int start = 0;
    int shorter = Math.min(before.length, after.length);
    while (start < shorter && before[start] == after[start]) {
      edit.kept[start] = start;
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before[before.length - 1 - end] == after[after.length - 1 - end]) {
      end++;
      edit.kept[before.length - end] = after.length - end;
    }
    return edit.find(start, before.length - end, after.length - end, effort) ? edit.kept : null;
  }

  /// Between the same start and two ends, exclusive.
  private boolean find(int start, int beforeEnd, int afterEnd, Effort effort) {
    int removable = beforeEnd - start;
    int addable = afterEnd - start;
    int most = Math.min(removable + addable, EDITS_MAX);
    int middle = most + 1;
    int[] furthest = new int[2 * most + 3]; // by diagonal: how far in `before` a path has come
    List<int[]> trace = new ArrayList<>();
    for (int edits = 0; edits <= most; edits++) {
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        boolean isAddition =
            diagonal == -edits
                || (diagonal != edits
                    && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
        int x = isAddition ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1;
        int from = x;
        while (x < removable
            && x - diagonal < addable
            && before[start + x] == after[start + x - diagonal]) {
          x++;
        }
        furthest[middle + diagonal] = x;
        if (!effort.spend(1 + x - from)) {
          return false;
        }
        if (x >= removable && x - diagonal >= addable) {
          follow(start, removable, addable, trace);
          return true;
        }
      }
      trace.add(Arrays.copyOfRange(furthest, middle - edits, middle + edits + 1));
    }
    return false;
  }

  /// Notes what stays on the path that was found, from its end.
  ///
  /// @param trace after each number of edits, how far each diagonal had come
  private void follow(int start, int removable, int addable, List<int[]> trace) {
    int x = removable;
    int y = addable;
    for (int edits = trace.size(); edits > 0; edits--) {
      int[] furthest = trace.get(edits - 1);
      int middle = edits - 1;
      int diagonal = x - y;
      boolean isAddition =
          diagonal == -edits
              || (diagonal != edits
                  && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
      int beforeX = furthest[middle + diagonal + (isAddition ? 1 : -1)];
      int runStart = isAddition ? beforeX : beforeX + 1;
      while (x > runStart) {
        x--;
        y--;
        kept[start + x] = start + y;
      }
      y = isAddition ? y - 1 : y;
      x = beforeX;
    }
    while (x > 0) {
      x--;
      kept[start + x] = start + x;
    }
  }
}
