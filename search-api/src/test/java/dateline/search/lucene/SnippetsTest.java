package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.search.engine.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SnippetsTest {
  @Test
  void showsTheSentencesThatAnswerMostFirst() {
    String body = "A storm came. They ate. The storm took the harvest.";

    assertEquals(
        List.of(
            new Snippet(
                Zone.BODY,
                "The storm took the harvest.",
                List.of(new Snippet.Range(4, 9), new Snippet.Range(19, 26)),
                2),
            new Snippet(Zone.BODY, "A storm came.", List.of(new Snippet.Range(2, 7)), 0)),
        snippets(body, 3, "storm", "harvest"));
  }

  @Test
  void showsTheOpeningWhenNothingIsMarked() {
    assertEquals(
        List.of(new Snippet(Zone.BODY, "A storm came.", List.of(), 0)),
        snippets("A storm came. They ate.", 3));
  }

  @Test
  void showsNoMoreThanAsked() {
    assertEquals(1, snippets("A storm. A storm. A storm.", 1, "storm").size());
    assertEquals(List.of(), snippets("A storm.", 0, "storm"));
  }

  @Test
  void countsCodePointsAndPutsLinesTogether() {
    assertEquals(
        List.of(new Snippet(Zone.BODY, "😀😀 a storm came", List.of(new Snippet.Range(5, 10)), 0)),
        snippets("😀😀 a\nstorm\tcame", 1, "storm"));
  }

  @Test
  void marksNothingWhenNotAsked() {
    Article article = Article.builder("a").body("A storm.").build();

    assertEquals(
        List.of(new Snippet(Zone.BODY, "A storm.", List.of(), 0)),
        Snippets.of(article, marks("A storm.", "storm"), 1, false));
  }

  @Test
  void cutsALongSentenceBetweenWordsAroundWhatMatched() {
    String body = "word ".repeat(100) + "storm" + " word".repeat(100) + ".";

    Snippet snippet = snippets(body, 1, "storm").getFirst();

    Snippet.Range storm = snippet.ranges().getFirst();
    int[] points = snippet.text().codePoints().toArray();
    assertEquals("storm", new String(points, storm.start(), storm.end() - storm.start()));
    assertTrue(points.length <= 320 + 4, snippet.text());
    assertEquals("… word", snippet.text().substring(0, 6));
    assertEquals("word …", snippet.text().substring(snippet.text().length() - 6));
  }

  private static List<Snippet> snippets(String body, int most, String... words) {
    return Snippets.of(Article.builder("a").body(body).build(), marks(body, words), most, true);
  }

  private static Map<Zone, List<MatchedRanges.Marked>> marks(String body, String... words) {
    var marks = new ArrayList<MatchedRanges.Marked>();
    for (int asked = 0; asked < words.length; asked++) {
      for (int at = body.indexOf(words[asked]); at >= 0; at = body.indexOf(words[asked], at + 1)) {
        marks.add(new MatchedRanges.Marked(at, at + words[asked].length(), asked));
      }
    }
    marks.sort(java.util.Comparator.comparingInt(MatchedRanges.Marked::start));
    return Map.of(Zone.BODY, marks);
  }
}
