package dateline.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One archive in several languages, which only one of the articles states.
final class MixedLanguagesTest {
  @TempDir private static Path folder;
  private static LuceneEngine engine;

  @BeforeAll
  static void index() throws Exception {
    Path delivery =
        Files.writeString(
            folder.resolve("all.jsonl"),
            """
            {"id": "en", "headline": "Houses fall in the quake", "body": "The houses of the old town fell, and the army came."}
            {"id": "de", "headline": "Häuser stürzen ein", "body": "Die Häuser der Altstadt sind nach dem Beben nicht mehr zu retten."}
            {"id": "fr", "headline": "Débat sur l'énergie", "body": "Les énergies du pays sont au centre des débats, et elles le resteront."}
            {"id": "ar", "headline": "الكتاب الجديد", "body": "وصل كتاب جديد إلى المكتبة."}
            {"id": "ja", "headline": "東京都で地震", "body": "東京都で強い地震があった。"}
            {"id": "at", "headline": "Wien", "body": "Ein Haus in Wien.", "language": "de-AT"}
            """);
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(delivery);
    engine = home.open();
  }

  @AfterAll
  static void close() throws IOException {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          haus                    | at de
          energie                 | fr
          der kitab               |
          كتاب                    | ar
          地震                     | ja
          "東京都で"                | ja
          ="Häuser"               | de
          ="hauser"               |
          lang:de                 | at de
          lang:deu                | at de
          lang:ja OR lang:ara     | ar ja
          headline:énergie        | fr
          Beben SAME SENTENCE haus | de
          """)
  void findsByTheRulesOfEachLanguage(String query, String ids) throws IOException {
    List<String> found =
        page(query).hits().stream().map(Hit::id).map(id -> id.value()).sorted().toList();

    assertEquals(ids == null ? "" : ids, String.join(" ", found));
  }

  @Test
  void reportsNoPieceOfAWordThatIsFound() throws IOException {
    assertEquals(List.of("zebra"), page("the 東京都 zebra l'énergie").absentWords());
  }

  private static SearchPage page(String query) throws IOException {
    return engine.search(
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK)
            .read(Map.of("q", List.of(query)))
            .request());
  }
}
