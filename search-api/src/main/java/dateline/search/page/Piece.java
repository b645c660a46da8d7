package dateline.search.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A stretch of running text that is shown in one way.
///
/// @param isMarked matched the search
/// @param link where it leads; null for plain text
/// @param anchor a place that addresses lead to, without text; null for text
public record Piece(String text, boolean isMarked, @Nullable Link link, @Nullable String anchor) {
  Piece(String text, boolean isMarked, @Nullable Link link) {
    this(text, isMarked, link, null);
  }

  /// @param title what a reader finds there
  public record Link(String href, String title) {}

  /// A stretch to be shown in a way of its own, in code points of the whole text.
  ///
  /// @param end exclusive
  record Accent(int start, int end, @Nullable Link link) {}

  /// Cuts a text at its accents.
  ///
  /// @param accents in any order; one that overlaps an earlier one, or leaves the text, is passed
  ///   over
  static List<Piece> cut(String text, List<Accent> accents) {
    var pieces = new ArrayList<Piece>();
    int done = 0;
    int donePoints = 0;
    int pointsTotal = text.codePointCount(0, text.length());
    for (Accent accent : accents.stream().sorted(Piece::byStart).toList()) {
      if (accent.start < donePoints || accent.end <= accent.start || accent.end > pointsTotal) {
        continue;
      }
      int start = text.offsetByCodePoints(done, accent.start - donePoints);
      int end = text.offsetByCodePoints(start, accent.end - accent.start);
      if (start > done) {
        pieces.add(new Piece(text.substring(done, start), false, null));
      }
      pieces.add(new Piece(text.substring(start, end), accent.link == null, accent.link));
      done = end;
      donePoints = accent.end;
    }
    if (done < text.length()) {
      pieces.add(new Piece(text.substring(done), false, null));
    }
    return List.copyOf(pieces);
  }

  /// The same with places that addresses lead to.
  ///
  /// @param anchors names by where they stand, in UTF-16 units of the whole text; one in the midst
  ///   of a link stands before it
  static List<Piece> anchored(List<Piece> pieces, SortedMap<Integer, String> anchors) {
    var all = new ArrayList<Piece>();
    int start = 0;
    for (Piece piece : pieces) {
      int end = start + piece.text.length();
      int done = start;
      for (Map.Entry<Integer, String> anchor : anchors.subMap(start, end).entrySet()) {
        boolean isWhole = piece.link != null || piece.isMarked;
        if (!isWhole && anchor.getKey() > done) {
          all.add(
              new Piece(piece.text.substring(done - start, anchor.getKey() - start), false, null));
          done = anchor.getKey();
        }
        all.add(new Piece("", false, null, anchor.getValue()));
      }
      all.add(
          done == start
              ? piece
              : new Piece(piece.text.substring(done - start), piece.isMarked, piece.link));
      start = end;
    }
    return List.copyOf(all);
  }

  /// The longer of two that start together comes first, so that it wins.
  private static int byStart(Accent left, Accent right) {
    return left.start != right.start
        ? Integer.compare(left.start, right.start)
        : Integer.compare(right.end, left.end);
  }
}
