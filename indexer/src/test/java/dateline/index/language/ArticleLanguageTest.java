package dateline.index.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.TestData;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArticleLanguageTest {
  private static final String GERMAN = "Die Ministerin kam nach Tokio, und sie blieb nicht lange.";

  @Test
  void takesWhatTheSourceStates() {
    assertEquals("fr", ArticleLanguage.of(article("fre", GERMAN)));
  }

  @Test
  void readsTheTextWhereTheSourceStatesNoCode() {
    assertEquals("de", ArticleLanguage.of(article(null, GERMAN)));
    assertEquals("de", ArticleLanguage.of(article("und", GERMAN)));
    assertEquals("de", ArticleLanguage.of(article("xx", GERMAN)));
  }

  @Test
  void namesTheLanguageOfAnArticle() {
    Article stated = article("de", GERMAN);

    assertSame(stated, ArticleLanguage.named(stated));
    assertEquals(stated, ArticleLanguage.named(article(null, GERMAN)));
  }

  @ParameterizedTest
  @CsvSource({
    "multilingual/ar_saudinewsnet.jsonl, ar, 1.0",
    "multilingual/de_10kgnad_test.jsonl, de, 1.0",
    "multilingual/fr_masakhanews.jsonl, fr, 0.99",
    "multilingual/ja_wikinews.jsonl, ja, 1.0",
    "multilingual/sw_masakhanews.jsonl, sw, 0.98",
    "multilingual/am_masakhanews.jsonl, am, 1.0",
    "reuters21578/articles.jsonl.gz, en, 0.999",
    "allsides/articles.jsonl.gz, en, 0.999"
  })
  void tellsTheLanguageOfRealNews(String file, String language, double least) throws IOException {
    Map<String, Integer> told = told(TestData.path(file));

    int all = told.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println(file + ": " + told);
    assertTrue(told.getOrDefault(language, 0) >= least * all, told::toString);
  }

  private static Map<String, Integer> told(Path file) throws IOException {
    var told = new TreeMap<String, Integer>();
    Delivery.of(List.of(file))
        .read(reading -> {
          if (reading instanceof Reading.Accepted accepted) {
            Article unstated = accepted.article().withLanguage(null);
            told.merge(String.valueOf(ArticleLanguage.of(unstated)), 1, Integer::sum);
          }
        });
    return told;
  }

  private static Article article(@Nullable String language, String body) {
    return Article.builder("a").language(language).body(body).build();
  }
}
