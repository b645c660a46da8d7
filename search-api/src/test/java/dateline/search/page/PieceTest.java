package dateline.search.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.page.Piece.Accent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PieceTest {
  @Test
  void countsCodePointsNotChars() {
    List<Piece> pieces = Piece.cut("𝒜 pact on 日本.", List.of(new Accent(10, 12, null)));

    assertEquals(
        List.of(
            new Piece("𝒜 pact on ", false, null),
            new Piece("日本", true, null),
            new Piece(".", false, null)),
        pieces);
  }

  @Test
  void keepsTheLongerOfTwoThatOverlap() {
    var link = new Piece.Link("/search?place=US", "United States");

    List<Piece> pieces =
        Piece.cut(
            "United States Steel",
            List.of(new Accent(7, 13, null), new Accent(0, 6, null), new Accent(0, 13, link)));

    assertEquals(
        List.of(new Piece("United States", false, link), new Piece(" Steel", false, null)), pieces);
  }

  @Test
  void passesOverWhatLeavesTheText() {
    assertEquals(
        List.of(new Piece("tide", false, null)),
        Piece.cut("tide", List.of(new Accent(2, 9, null), new Accent(3, 3, null))));
  }

  @Test
  void placesStandBetweenPiecesAndNeverInALink() {
    var link = new Piece.Link("/x", "X");
    List<Piece> pieces =
        List.of(new Piece("One. Two ", false, null), new Piece("St. Ives", false, link));

    assertEquals(
        List.of(
            new Piece("", false, null, "s0"),
            new Piece("One. ", false, null),
            new Piece("", false, null, "s1"),
            new Piece("Two ", false, null),
            new Piece("", false, null, "s2"),
            new Piece("St. Ives", false, link)),
        Piece.anchored(pieces, new TreeMap<>(Map.of(0, "s0", 5, "s1", 13, "s2"))));
  }
}
