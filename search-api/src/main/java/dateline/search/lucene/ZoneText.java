package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.Paragraphs;
import dateline.corpus.Zone;
import dateline.search.query.TextZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The text of a field as the index holds it: the body with subhead and lead before it.
final class ZoneText {
  /// Between two zones of the article; a paragraph ends there.
  private static final String GAP = "\n\n";

  /// A stretch of a zone of the article, in UTF-16 units.
  record Stretch(Zone zone, int start, int end) {}

  /// @param at where in the text it stands
  /// @param length in UTF-16 units, from the beginning of the zone
  private record Piece(Zone zone, int at, int length) {}

  private final TextZone zone;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  private ZoneText(TextZone zone) {
    this.zone = zone;
  }

  static ZoneText of(TextZone zone, Article article) {
    var text = new ZoneText(zone);
    switch (zone) {
      case HEADLINE -> text.add(Zone.HEADLINE, article.text(Zone.HEADLINE));
      case BYLINE -> text.add(Zone.BYLINE, article.text(Zone.BYLINE));
      case BODY, LEAD -> {
        text.add(Zone.SUBHEAD, article.text(Zone.SUBHEAD));
        text.add(Zone.LEAD, article.text(Zone.LEAD));
        if (zone == TextZone.BODY) {
          text.add(Zone.BODY, article.body());
        } else if (article.lead() == null) {
          Paragraphs.of(article.body()).stream()
              .findFirst()
              .ifPresent(first -> text.add(Zone.BODY, article.body().substring(0, first.end())));
        }
      }
    }
    return text;
  }

  private void add(Zone from, String piece) {
    if (!piece.isEmpty()) {
      text.append(text.isEmpty() ? "" : GAP);
      pieces.add(new Piece(from, text.length(), piece.length()));
      text.append(piece);
    }
  }

  TextZone zone() {
    return zone;
  }

  String text() {
    return text.toString();
  }

  /// Where the zone begins in the text; empty where it is no part of it.
  Optional<Integer> startOf(Zone from) {
    return pieces.stream().filter(piece -> piece.zone == from).map(Piece::at).findFirst();
  }

  /// The parts of a stretch in the zones of the article, which it may reach over.
  List<Stretch> stretches(int start, int end) {
    var parts = new ArrayList<Stretch>();
    for (Piece piece : pieces) {
      int first = Math.max(start - piece.at, 0);
      int last = Math.min(end - piece.at, piece.length);
      if (first < last) {
        parts.add(new Stretch(piece.zone, first, last));
      }
    }
    return parts;
  }
}
