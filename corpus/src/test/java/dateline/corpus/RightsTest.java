package dateline.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RightsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      textBlock =
          """
          none                      | FULL    | none
          full                      | FULL    | none
          Full-text                 | FULL    | none
          snippet                   | SNIPPET | none
          Snippets only             | SNIPPET | none
          snippet_only              | SNIPPET | none
          excerpt.                  | SNIPPET | none
          LINK                      | LINK    | none
          link only                 | LINK    | none
          ["link-only"]             | LINK    | none
          headline                  | LINK    | none
          © 1987 Meridian Wire      | FULL    | © 1987 Meridian Wire
          Link to the original      | FULL    | Link to the original
          """)
  void readsWhatAPublisherStates(String stated, Rights rights, String shown) {
    Article.Builder draft = Article.builder("a").headline("Storm");
    Article article = (stated == null ? draft : draft.detail("rights", stated)).build();

    assertEquals(rights, Rights.of(article));
    assertEquals(Optional.ofNullable(shown), Rights.statement(article));
  }

  @Test
  void fullTextIsShownAsItIs() {
    Article article = story("full");

    assertEquals(article, Rights.of(article).shown(article));
    assertEquals(Set.of(Zone.values()), Rights.FULL.whole(article));
  }

  @Test
  void aSnippetIsTheSecondLineAndTheFirstSentences() {
    Article shown = Rights.SNIPPET.shown(story("snippet"));

    assertEquals("Storm", shown.headline());
    assertEquals("Rivers rise", shown.subhead());
    assertEquals("The river rose. ".repeat(19).strip() + " …", shown.body());
    assertEquals(
        Set.of(Zone.HEADLINE, Zone.SUBHEAD, Zone.LEAD, Zone.BYLINE, Zone.DATELINE),
        Rights.SNIPPET.whole(story("snippet")));
  }

  @Test
  void aLinkHasNoText() {
    Article shown = Rights.LINK.shown(story("link"));

    assertEquals(
        Article.builder("a")
            .source("Wire")
            .headline("Storm")
            .byline("By Ann Lee")
            .url("https://example.org/a")
            .keyword("rain")
            .detail("rights", "link")
            .detail("correction", "It rained.")
            .build(),
        shown);
  }

  @Test
  void aLinkWithoutAHeadlineIsStillAnArticle() {
    Article article = Article.builder("a").body("The river rose.").build();

    assertEquals("…", Rights.LINK.shown(article).body());
  }

  @Test
  void whatIsShownOfATextIsItsBeginning() {
    for (String body :
        List.of(
            "word ".repeat(200),
            "日本の首相".repeat(100),
            "𝒜𝒜𝒜 ".repeat(200),
            "One sentence. " + "x".repeat(900),
            "x".repeat(320),
            "x".repeat(321))) {
      Article article = Article.builder("a").body(body).build();

      String shown = Rights.SNIPPET.shown(article).body();

      String beginning = shown.endsWith(" …") ? shown.substring(0, shown.length() - 2) : shown;
      assertTrue(body.startsWith(beginning) && !beginning.isEmpty(), shown);
      assertTrue(beginning.codePointCount(0, beginning.length()) <= Excerpt.LENGTH_MAX, shown);
      assertEquals(body.length() > beginning.length(), shown.endsWith("…"), shown);
    }
  }

  @Test
  void theStricterOfTwoHolds() {
    assertEquals(Rights.LINK, Rights.SNIPPET.and(Rights.LINK));
    assertEquals(Rights.SNIPPET, Rights.SNIPPET.and(Rights.FULL));
  }

  private static Article story(String rights) {
    Article.Builder draft =
        Article.builder("a")
            .source("Wire")
            .headline("Storm")
            .subhead("Rivers rise")
            .body("The river rose. ".repeat(40))
            .byline("By Ann Lee")
            .url("https://example.org/a")
            .keyword("rain");
    Map.of("rights", rights, "correction", "It rained.", "content_html", "<p>The river rose.</p>")
        .forEach(draft::detail);
    return draft.build();
  }
}
