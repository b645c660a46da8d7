package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.Sentences;
import dateline.corpus.Zone;
import dateline.search.engine.Snippet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Chooses the sentences that show best why an article was found: those that answer most of what
/// was asked first. An article whose text shows nothing is shown by its opening.
final class Snippets {
  /// Longer sentences are cut between words, around what matched.
  private static final int LENGTH_MAX = 320;

  private static final List<Zone> ZONES = List.of(Zone.SUBHEAD, Zone.LEAD, Zone.BODY);

  private record Passage(
      Zone zone, int number, int start, int end, List<MatchedRanges.Marked> marks) {
    /// Different things asked count first, then all that is marked.
    int worth() {
      var asked = new HashSet<Integer>();
      marks.forEach(mark -> asked.add(mark.asked()));
      return 100 * asked.size() + Math.min(99, marks.size());
    }
  }

  private Snippets() {}

  static List<Snippet> of(
      Article article, Map<Zone, List<MatchedRanges.Marked>> marked, int most, boolean highlight) {
    var passages = new ArrayList<Passage>();
    for (Zone zone : ZONES) {
      addPassages(zone, article.text(zone), marked.getOrDefault(zone, List.of()), passages);
    }
    List<Passage> best =
        passages.stream()
            .filter(passage -> !passage.marks.isEmpty())
            .sorted(Comparator.comparingInt(Passage::worth).reversed())
            .limit(most)
            .toList();
    if (best.isEmpty() && most > 0) {
      best = passages.stream().limit(1).toList();
    }
    return best.stream()
        .map(passage -> snippet(passage, article.text(passage.zone), highlight))
        .toList();
  }

  /// A mark that reaches over the end of a sentence belongs to both, each with its part.
  private static void addPassages(
      Zone zone, String text, List<MatchedRanges.Marked> marks, List<Passage> passages) {
    int number = 0;
    int mark = 0;
    for (Sentences.Sentence sentence : Sentences.of(text)) {
      while (mark < marks.size() && marks.get(mark).end() <= sentence.start()) {
        mark++;
      }
      var within = new ArrayList<MatchedRanges.Marked>();
      for (int i = mark; i < marks.size() && marks.get(i).start() < sentence.end(); i++) {
        MatchedRanges.Marked whole = marks.get(i);
        within.add(
            new MatchedRanges.Marked(
                Math.max(whole.start(), sentence.start()),
                Math.min(whole.end(), sentence.end()),
                whole.asked()));
      }
      passages.add(new Passage(zone, number++, sentence.start(), sentence.end(), within));
    }
  }

  private static Snippet snippet(Passage passage, String text, boolean highlight) {
    int start = passage.start;
    int end = passage.end;
    if (end - start > LENGTH_MAX) {
      int first = passage.marks.isEmpty() ? start : passage.marks.getFirst().start();
      start =
          first - start < LENGTH_MAX / 2
              ? start
              : wordStart(text, first - LENGTH_MAX / 4, passage.start);
      end = Math.min(end, start + LENGTH_MAX);
      end = end == passage.end ? end : wordEnd(text, end, start);
    }
    var line = new StringBuilder(start > passage.start ? "… " : "");
    var ranges = new ArrayList<Snippet.Range>();
    int points = line.length();
    var marks = new ArrayDeque<MatchedRanges.Marked>(passage.marks);
    while (!marks.isEmpty() && marks.element().start() < start) {
      marks.remove();
    }
    int markStart = 0;
    boolean isAfterSpace = true;
    for (int i = start; i < end; ) {
      if (!marks.isEmpty() && marks.element().start() == i) {
        markStart = points;
      }
      int point = text.codePointAt(i);
      boolean isSpace = Character.isWhitespace(point) || Character.isISOControl(point);
      if (!isSpace || !isAfterSpace) {
        line.appendCodePoint(isSpace ? ' ' : point);
        points++;
      }
      isAfterSpace = isSpace;
      i += Character.charCount(point);
      if (!marks.isEmpty() && marks.element().end() == i) {
        marks.remove();
        ranges.add(new Snippet.Range(markStart, points));
      }
    }
    if (!marks.isEmpty() && marks.element().start() < end) {
      ranges.add(new Snippet.Range(markStart, points)); // it is cut with its sentence
    }
    if (end < passage.end) {
      line.append(" …");
    }
    return new Snippet(
        passage.zone, line.toString(), highlight ? ranges : List.of(), passage.number);
  }

  private static int wordStart(String text, int at, int least) {
    int start = Math.max(at, least);
    while (start > least && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int wordEnd(String text, int at, int least) {
    int end = at;
    while (end > least && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return end == least ? at : end;
  }
}
