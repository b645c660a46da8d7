package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.EntityNames;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.EntityOverlay;
import dateline.index.schema.EntityMention;
import dateline.search.query.QueryParser;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Marked stretches stand in square brackets.
final class MatchedRangesTest {
  private static EntityDirectory names;

  @BeforeAll
  static void readNames() throws IOException {
    Gazetteer gazetteer = Gazetteer.builtIn();
    var abe = new EntityIds.Entity(EntityKind.PERSON, "shinzo-abe", "Shinzo Abe");
    names =
        new EntityDirectory(
            gazetteer, new EntityNames(gazetteer), List.of(abe), EntityOverlay.NONE, "0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          storm                | A storm and two storms, stormy.      | A [storm] and two [storms], stormy.
          storm harvest        | The harvest fed them.                | The [harvest] fed them.
          the storm            | The storm and the calm.              | The [storm] and the calm.
          "air strike"         | An air strike, a strike in the air.  | An [air strike], a strike in the air.
          "air strike"         | One airstrike by air.                | One [airstrike] by air.
          "cease-fire talks"   | A cease-fire. Ceasefire talks held.  | A cease-fire. [Ceasefire talks] held.
          ="Storm"             | A storm named Storm.                 | A storm named [Storm].
          storm -calm          | A storm, then calm.                  | A [storm], then calm.
          storm -"storm tide"  | A storm tide, a storm.               | A [storm] tide, a [storm].
          storm NOT calm       | Calm.                                | Calm.
          indo-pacific         | Indo-Pacific, Indopacific, Pacific.  | [Indo-Pacific], [Indopacific], [Pacific].
          US                   | The US told us, U.S. allies.         | The [US] told us, [U.S]. allies.
          ishiba               | Ishiba's plan.                       | [Ishiba's] plan.
          café                 | 😀 a Cafe and a café 😀                | 😀 a [Cafe] and a [café] 😀
          headline:storm       | A storm.                             | A storm.
          storm OR calm        | Calm, no storm.                      | [Calm], no [storm].
          *                    | A storm.                             | A storm.
          minist*              | The Ministers met a ministry aide.   | The [Ministers] met a [ministry] aide.
          colour~              | Colors and colours.                  | [Colors] and [colours].
          storm NEAR/2 calm    | Storm. A storm, then calm. Calm.     | Storm. A [storm], then [calm]. Calm.
          storm PRE/2 calm     | Calm storm, then calm.               | Calm [storm], then [calm].
          storm SAME SENTENCE calm | A storm. A calm after storm.     | A storm. A [calm] after [storm].
          storm SAME PARA calm | A storm. A calm.                     | A [storm]. A [calm].
          ATLEAST/2 storm      | A storm, two storms.                 | A [storm], two [storms].
          ATLEAST/3 storm      | A storm, two storms.                 | A [storm], two [storms].
          FIRST/3 storm        | A storm, two storms.                 | A [storm], two storms.
          caps(US)             | The US told us, US allies.           | The [US] told us, [US] allies.
          "air strike" NEAR/3 war | Airstrike in war.                 | [Airstrike] in [war].
          """)
  void marksWhatMatched(String query, String body, String marked) throws IOException {
    assertEquals(marked, marked(query, Article.builder("a").body(body).build(), List.of()));
  }

  @Test
  void marksTheLeadAlone() throws IOException {
    assertEquals(
        "A [storm] came.\n\nThe storm left.",
        marked(
            "lead:storm",
            Article.builder("a").body("A storm came.\n\nThe storm left.").build(),
            List.of()));
  }

  @Test
  void marksMentionsOfAnEntityByCodePoints() throws IOException {
    var mention = new EntityMention(EntityKind.PERSON, "shinzo-abe", "name", Zone.BODY, 2, 5);

    assertEquals(
        "😀 [Abe] met Baker.",
        marked(
            "person:\"Shinzo Abe\"",
            Article.builder("a").body("😀 Abe met Baker.").build(),
            List.of(mention)));
  }

  @Test
  void readsOtherLanguagesAsTheIndexDoes() throws IOException {
    assertEquals(
        "Die [Zölle] und der [Zoll].",
        marked(
            "zolle",
            Article.builder("a").language("de").body("Die Zölle und der Zoll.").build(),
            List.of()));
  }

  @Test
  void marksNeighbouringPairsOfCharactersAsOneStretch() throws IOException {
    assertEquals(
        "[東京都]の[地震]、大阪。",
        marked(
            "東京都 地震", Article.builder("a").language("ja").body("東京都の地震、大阪。").build(), List.of()));
  }

  private static String marked(String query, Article article, List<EntityMention> mentions)
      throws IOException {
    Map<Zone, List<MatchedRanges.Marked>> marked =
        MatchedRanges.of(
            QueryParser.parse(query).clause(),
            article,
            mentions,
            names,
            EnumSet.allOf(TextZone.class),
            new WordReader(names, true));
    var text = new StringBuilder(article.body());
    for (MatchedRanges.Marked mark : marked.getOrDefault(Zone.BODY, List.of()).reversed()) {
      text.insert(mark.end(), ']').insert(mark.start(), '[');
    }
    return text.toString();
  }
}
