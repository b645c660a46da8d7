package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AverageLinkageTest {
  /// Each resembles the next one only.
  private static double[][] chain(double... links) {
    double[][] similarity = new double[links.length + 1][links.length + 1];
    for (int i = 0; i < links.length; i++) {
      similarity[i][i + 1] = links[i];
      similarity[i + 1][i] = links[i];
    }
    return similarity;
  }

  @Test
  void groupsWhatResemblesOnAverage() {
    double[][] three = {{0, .9, .5}, {.9, 0, .3}, {.5, .3, 0}};

    assertEquals(List.of(0, 1, 2), AverageLinkage.groupOf(2, three, .4));
  }

  @Test
  void breaksChains() {
    assertEquals(List.of(0, 1), AverageLinkage.groupOf(0, chain(.9, .7, .9), .4));
    assertEquals(List.of(2, 3), AverageLinkage.groupOf(3, chain(.9, .7, .9), .4));
  }

  @Test
  void leavesAloneWhatResemblesNothing() {
    assertEquals(List.of(2), AverageLinkage.groupOf(2, chain(.9, .1), .4));
    assertEquals(List.of(0), AverageLinkage.groupOf(0, new double[1][1], .4));
  }
}
