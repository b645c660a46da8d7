package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.ArticleId;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.StoredArticle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What speaks of a person by a pronoun is found with the person, and not marked for readers.
final class PronounsTest {
  private static final String BODY =
      "Foreign Secretary Philip Hammond said:\\n\\nI welcome the oil. It is my hope.";

  @Test
  void areFoundButNotMarkedInTheArticle(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("statement.jsonl");
    Files.writeString(
        file,
        "{\"id\": \"statement\", \"headline\": \"Talks\", \"body\": \"%s\"}\n".formatted(BODY));
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(file);
    try (LuceneEngine engine = home.open()) {
      var search =
          new RequestReader(DoorDefaults.API, IndexedHome.CLOCK)
              .read(Map.of("q", List.of("person:\"Philip Hammond\" SAME SENTENCE oil")))
              .request();

      List<Hit> hits = engine.search(search).hits();
      StoredArticle article = engine.find(new ArticleId("statement")).orElseThrow();

      assertEquals("I", marked(hits.getFirst()));
      assertEquals(
          List.of("Philip Hammond"),
          article.entities().stream()
              .filter(entity -> entity.id().equals("philip-hammond"))
              .flatMap(entity -> entity.stretches().stream())
              .map(at -> BODY.substring(at.start(), at.end()))
              .toList());
    }
  }

  /// The first mark of the sentence that answers.
  private static String marked(Hit hit) {
    return hit.snippets().stream()
        .filter(snippet -> snippet.text().contains("oil"))
        .map(snippet -> {
          var range = snippet.ranges().getFirst();
          return snippet.text().substring(range.start(), range.end());
        })
        .findFirst()
        .orElseThrow();
  }
}
