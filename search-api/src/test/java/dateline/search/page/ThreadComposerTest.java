package dateline.search.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.search.engine.Hit;
import dateline.search.engine.StoredArticle;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What an article's page tells of how its story went on.
final class ThreadComposerTest {
  private static final ThreadComposer COMPOSER =
      new ThreadComposer(new Messages(Locale.ENGLISH), new Dates(Locale.ENGLISH, ZoneOffset.UTC));

  @Test
  void reprintsDoNotTellHowAStoryWentOn() {
    var read =
        new StoredArticle(
            Article.builder("wire").headline("Storm").build(), List.of(), List.of(hit("reprint")));

    assertNull(COMPOSER.compose(read, List.of(hit("wire"), hit("reprint"))));
    ThreadView thread =
        COMPOSER.compose(read, List.of(hit("wire"), hit("reprint"), hit("next day")));

    assertNotNull(thread);
    assertEquals(
        List.of("/a/wire", "/a/next%20day"),
        thread.stories().stream().map(ThreadView.Story::href).toList());
  }

  private static Hit hit(String id) {
    return new Hit(
        new ArticleId(id),
        id,
        null,
        "",
        null,
        null,
        null,
        null,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
