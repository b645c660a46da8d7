package dateline.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Splits text into sentences; none reaches over the end of a paragraph.
///
/// A sentence ends at `.`, `!` or `?` (closing quotes and brackets included) before white space and
/// something that can open a sentence, unless the point belongs to an abbreviation: a single letter
/// or a title.
public final class Sentences {
  /// In UTF-16 units, end exclusive, without outer white space.
  public record Sentence(int start, int end) {}

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Capt", "Sgt", "Maj", "Adm", "Sen",
          "Rep", "Gov", "Rev", "Hon", "Pres", "St", "Jr", "Sr", "Inc", "Corp", "Co", "Ltd", "Bros",
          "No", "vs", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec", "Ala", "Ariz",
          "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La",
          "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa",
          "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "Ont", "Que");

  private Sentences() {}

  public static List<Sentence> of(String text) {
    var sentences = new ArrayList<Sentence>();
    for (Paragraphs.Span paragraph : Paragraphs.of(text)) {
      int start = paragraph.start();
      for (int i = start; i < paragraph.end(); i++) {
        int next = nextStart(text, i, paragraph.end());
        if (next > 0) {
          sentences.add(trimmed(text, start, next));
          start = next;
          i = next - 1;
        }
      }
      if (start < paragraph.end()) {
        sentences.add(new Sentence(start, paragraph.end()));
      }
    }
    return sentences;
  }

  /// Where the next sentence starts when one ends at `at`; 0 when none does.
  private static int nextStart(String text, int at, int limit) {
    char mark = text.charAt(at);
    if (mark != '.' && mark != '!' && mark != '?' && mark != '。') {
      return 0;
    }
    if (mark == '。') {
      return at + 1 < limit ? at + 1 : 0;
    }
    int end = at + 1;
    while (end < limit && "\"'”’)]".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    int next = end;
    while (next < limit && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean isGap = next > end && next < limit;
    return isGap && canOpen(text, next, limit) && !(mark == '.' && isAbbreviation(text, at))
        ? next
        : 0;
  }

  private static boolean canOpen(String text, int at, int limit) {
    while (at < limit && "\"'“‘([".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < limit && !Character.isLowerCase(text.charAt(at));
  }

  private static boolean isAbbreviation(String text, int point) {
    int start = point;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    int letters = point - start;
    return (letters == 1 && Character.isUpperCase(text.charAt(start)))
        || ABBREVIATIONS.contains(text.substring(start, point));
  }

  private static Sentence trimmed(String text, int start, int end) {
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Sentence(start, end);
  }
}
