package dateline.search.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.Rights;
import dateline.corpus.Zone;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VersionReaderTest {
  @Test
  void passesOverWhatWasWithdrawnAndWhatCameTwice() {
    List<ArticleVersion> versions =
        read(
                new VersionReader(Rights.FULL, 0, 0),
                story("Storm", "full"),
                story("Storm", "full"),
                story("Storm", "full").absent(),
                story("Storm", "full"),
                story("Calm", "full"))
            .versions();

    assertEquals(List.of("1 Storm", "2 Calm current"), told(versions));
  }

  @Test
  void countsOnFromVersionsThatWerePassed() {
    VersionReader reader =
        read(
            new VersionReader(Rights.FULL, 500, 502),
            story("Storm", "full"),
            story("Calm", "full"));

    assertEquals(List.of("501 Storm", "502 Calm current"), told(reader.versions()));
    assertEquals("Calm", reader.text().orElseThrow().article().headline());
  }

  @Test
  void theCurrentVersionRestrictsEarlierOnes() {
    VersionText text =
        read(new VersionReader(Rights.LINK, 0, 2), story("Storm", "full"), story("Calm", "full"))
            .text()
            .orElseThrow();

    assertEquals(Rights.LINK, text.rights());
    assertEquals("", text.article().body());
    assertEquals(Set.of(Zone.HEADLINE), text.differences().keySet());
    assertEquals(
        new VersionChange(List.of(ArticlePart.HEADLINE, ArticlePart.BODY), 2, 2),
        text.version().change());
  }

  @Test
  void anEarlierVersionKeepsItsOwnRestriction() {
    VersionText text =
        read(new VersionReader(Rights.FULL, 0, 1), story("Storm", "link"), story("Calm", "full"))
            .text()
            .orElseThrow();

    assertEquals(List.of("", Rights.LINK), List.of(text.article().body(), text.rights()));
  }

  private static VersionReader read(VersionReader reader, Article... versions) {
    List.of(versions).forEach(reader::next);
    return reader;
  }

  private static List<String> told(List<ArticleVersion> versions) {
    return versions.stream()
        .map(version ->
            version.number() + " " + version.headline() + (version.isCurrent() ? " current" : ""))
        .toList();
  }

  private static Article story(String headline, String rights) {
    return Article.builder("a")
        .headline(headline)
        .body("The " + headline + " came at night.")
        .detail("rights", rights)
        .build();
  }
}
