package dateline.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.index.schema.PrintedPhrase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ArticlePhrasesTest {
  @Test
  void offersWordsOfTheTextAndPhrasesOfTheHeadline() {
    Article article =
        Article.builder("a")
            .headline("Talks on the Indo-Pacific, at last")
            .body("Ishiba's two-year plan of 1987 was it.")
            .build();

    assertEquals(
        Set.of(
            "talks|Talks",
            "indo|Indo",
            "pacific|Pacific",
            "indo pacific|Indo-Pacific",
            "talks on the indo|Talks on the Indo",
            "last|last",
            "ishiba|Ishiba",
            "two|two",
            "year|year",
            "two year|two-year",
            "plan|plan"),
        offered(article));
  }

  @Test
  void takesPhrasesFromKeywordsToo() {
    Article article = Article.builder("a").headline("Rain").body("Rain.").build();
    Article tagged =
        Article.builder("a").headline("Rain").body("Rain.").keyword("Flood of the century").build();

    Set<String> added = offered(tagged);
    added.removeAll(offered(article));

    assertEquals(Set.of("flood of the century|Flood of the century"), added);
  }

  @Test
  void leavesTheSpellingOfCapitalsToTheBody() {
    Article article =
        Article.builder("a").headline("BRAZIL CUTS TARIFFS").body("Brazil cut tariffs.").build();

    assertEquals(
        List.of("brazil|Brazil", "cut|cut", "tariffs|tariffs"),
        ArticlePhrases.of(article).stream()
            .filter(phrase -> !phrase.isPhrase())
            .map(ArticlePhrasesTest::written)
            .sorted()
            .toList());
  }

  private static Set<String> offered(Article article) {
    return ArticlePhrases.of(article).stream()
        .map(phrase -> PrintedPhrase.ofTerm(phrase.term()))
        .map(ArticlePhrasesTest::written)
        .collect(Collectors.toSet());
  }

  private static String written(PrintedPhrase phrase) {
    return phrase.key() + "|" + phrase.spelling();
  }
}
