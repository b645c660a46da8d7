package dateline.corpus.invent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dateline.corpus.Article;
import dateline.corpus.TestData;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `mvn -pl corpus -am verify -Dtest=InventedArticlesTest` fits the law of growth on Reuters-21578
/// and on as many invented words; both have to agree with what [Vocabulary] says.
final class InventedArticlesTest {
  private static final int ARTICLES = 2000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    String first = Files.readString(invent("a.jsonl", 200, 7));

    assertEquals(first, Files.readString(invent("b.jsonl", 200, 7)));
    assertNotEquals(first, Files.readString(invent("c.jsonl", 200, 8)));
  }

  @Test
  void itGoesOnWhereItStopped() throws IOException {
    var articles = new InventedArticles(Gazetteer.builtIn(), 7);
    articles.write(folder.resolve("first.jsonl"), 50, _ -> {});
    articles.write(folder.resolve("second.jsonl"), 150, _ -> {});

    assertEquals(
        Files.readString(invent("whole.jsonl", 200, 7)),
        Files.readString(folder.resolve("first.jsonl"))
            + Files.readString(folder.resolve("second.jsonl")));
  }

  @Test
  void everyArticleIsReadWithoutRemark() throws IOException {
    Path file = invent("a.jsonl", 500, 3);
    List<Reading> remarkable = new ArrayList<>();
    Delivery.of(List.of(file))
        .read(reading -> {
          if (!(reading instanceof Reading.Accepted accepted
              && accepted.warnings().isEmpty()
              && accepted.unknownFields().isEmpty())) {
            remarkable.add(reading);
          }
        });

    assertEquals(List.of(), remarkable);
  }

  @Test
  void noTwoRanksShareAWord() {
    Set<String> words = new HashSet<>();
    List<String> twice =
        IntStream.rangeClosed(1, 1_000_000)
            .mapToObj(Vocabulary::word)
            .filter(word -> !words.add(word))
            .toList();

    assertEquals(List.of(), twice);
  }

  @Test
  void theShapeIsThatOfNewsAtAnyAge() throws IOException {
    List<Article> articles = articles(invent("a.jsonl", ARTICLES, 1));
    double early = wordsPerArticle(articles.subList(0, ARTICLES / 2));
    double late = wordsPerArticle(articles.subList(ARTICLES / 2, ARTICLES));

    assertEquals(330, early, 20);
    assertEquals(330, late, 20);
    assertEquals(0.065, shareOf("the", articles), 0.012); // Reuters-21578: .055
    assertFalse(articles.stream().anyMatch(article -> article.published() == null));
  }

  @Test
  void theVocabularyGrowsByHeapsLaw() throws IOException {
    Growth growth = Growth.of(articles(invent("a.jsonl", ARTICLES, 1)));

    assertEquals(Vocabulary.BETA, growth.beta(), 0.04, growth::toString);
  }

  @Test
  void theVocabularyGrowsLikeThatOfReuters() throws IOException {
    Growth reuters = Growth.of(articles(TestData.path("reuters21578/articles.jsonl.gz")));
    Growth invented = Growth.of(articles(invent("a.jsonl", 5500, 1))); // as many words

    System.out.println("Reuters-21578 " + reuters + ", invented " + invented);
    assertEquals(reuters.beta(), invented.beta(), 0.04);
    assertEquals(1, (double) invented.distinct() / reuters.distinct(), 0.15);
  }

  private Path invent(String name, int count, long seed) throws IOException {
    Path file = folder.resolve(name);
    new InventedArticles(Gazetteer.builtIn(), seed).write(file, count, _ -> {});
    return file;
  }

  private static List<Article> articles(Path file) throws IOException {
    List<Article> articles = new ArrayList<>();
    Delivery.of(List.of(file))
        .read(reading -> {
          if (reading instanceof Reading.Accepted accepted) {
            articles.add(accepted.article());
          }
        });
    return articles;
  }

  private static double wordsPerArticle(List<Article> articles) {
    return articles.stream().mapToInt(article -> Growth.words(article).size()).average().orElse(0);
  }

  private static double shareOf(String word, List<Article> articles) {
    List<String> words = articles.stream().flatMap(a -> Growth.words(a).stream()).toList();
    return (double) words.stream().filter(word::equals).count() / words.size();
  }
}
