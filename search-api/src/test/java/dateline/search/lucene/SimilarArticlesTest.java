package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.ArticleId;
import dateline.corpus.Zone;
import dateline.search.GroupedGeneration;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.StoredArticle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What resembles what in the sample archive.
final class SimilarArticlesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static LuceneEngine engine;

  @BeforeAll
  static void open() throws Exception {
    IndexedHome home = IndexedHome.at(folder);
    home.index(IndexedHome.sampleArticles());
    engine = home.open();
  }

  @AfterAll
  static void close() throws IOException {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1987-02-27-howard-baker-chief-of-staff, 1988-08-05-james-baker-leaves-treasury",
    "1980-05-08-smallpox-eradicated, 2020-03-11-who-pandemic",
    "1971-08-16-dollar-gold, 1997-07-02-thailand-floats-baht",
    "2018-03-08-cptpp-signed, 2022-05-23-ipef-launch"
  })
  void findsWhatIsOnTheSameSubject(String one, String other) throws IOException {
    assertTrue(idsLike(one).contains(other), () -> one + " like " + other);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-11-02-rugby-world-cup-final, 1969-07-21-moon-landing",
    "1968-10-17-kawabata-nobel, 1980-05-08-smallpox-eradicated",
    "2011-05-30-atomausstieg-2022, 2014-07-13-weltmeister-maracana",
    "1989-11-10-berlin-wall-opens, 1971-08-16-dollar-gold"
  })
  void findsNothingThatSharesWordsByAccident(String one, String other) throws IOException {
    assertFalse(idsLike(one).contains(other), () -> one + " like " + other);
    assertFalse(idsLike(other).contains(one), () -> other + " like " + one);
  }

  @Test
  void tellsTrueReasonsAndTheSameTwice() throws IOException {
    var troubles = new ArrayList<String>();
    for (Hit hit : allHits()) {
      List<Similar> similar = engine.similar(hit.id(), 20);
      assertEquals(similar, engine.similar(hit.id(), 20));
      double last = 1;
      for (Similar each : similar) {
        check(hit.id(), each, last, troubles);
        last = each.share();
      }
    }

    assertEquals(List.of(), troubles);
  }

  @Test
  void findsNothingLikeAnUnknownArticle() throws IOException {
    assertEquals(List.of(), engine.similar(new ArticleId("nobody"), 5));
  }

  @Test
  void leavesOutCopiesAndListsOneOfSeveral(@TempDir Path other) throws Exception {
    String id = "";
    List<String> like = List.of();
    for (Hit hit : allHits()) {
      List<String> others = idsLike(hit.id().value());
      if (like.size() < 4 && others.stream().allMatch(SimilarArticlesTest::isAlone)) {
        id = hit.id().value();
        like = others;
      }
    }
    assertTrue(like.size() > 3, "no article has many like it");
    IndexedHome home = IndexedHome.at(other);
    home.index(IndexedHome.sampleArticles());
    GroupedGeneration.publish(
        other, Map.of(id, -1L, like.get(0), -1L, like.get(1), -2L, like.get(2), -2L));

    try (LuceneEngine grouped = home.open()) {
      List<String> left =
          grouped.similar(new ArticleId(id), 2).stream()
              .map(similar -> similar.hit().id().value())
              .toList();

      assertEquals(List.of(like.get(1), like.get(3)), left);
    }
  }

  private static boolean isAlone(String id) {
    try {
      return engine.find(new ArticleId(id)).orElseThrow().copies().isEmpty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void check(ArticleId id, Similar similar, double last, List<String> troubles)
      throws IOException {
    StoredArticle one = engine.find(id).orElseThrow();
    StoredArticle other = engine.find(similar.hit().id()).orElseThrow();
    String pair = id + " like " + similar.hit().id();
    if (id.equals(similar.hit().id()) || similar.share() > last || similar.share() < 0.2) {
      troubles.add(pair + " with " + similar.share());
    }
    for (Similar.Entity entity : similar.entities()) {
      Stream.of(one, other)
          .filter(article ->
              article.entities().stream().noneMatch(named -> named.id().equals(entity.id())))
          // a place within the one that is shared
          .filter(article ->
              !entity.field().parameter().equals("place")
                  && !entity.field().parameter().equals("issue"))
          .forEach(article -> troubles.add(pair + " by " + entity.label()));
    }
    for (String word : similar.words()) {
      if (!text(one).contains(word.toLowerCase(Locale.ROOT))) {
        troubles.add(pair + " by " + word);
      }
    }
    if (similar.entities().isEmpty() && similar.words().isEmpty()) {
      troubles.add(pair + " without a reason");
    }
  }

  private static String text(StoredArticle stored) {
    var article = stored.article();
    return Stream.of(Zone.HEADLINE, Zone.SUBHEAD, Zone.LEAD, Zone.BODY)
        .map(article::text)
        .reduce("", (all, text) -> all + "\n" + text)
        .toLowerCase(Locale.ROOT);
  }

  private static List<String> idsLike(String id) throws IOException {
    return engine.similar(new ArticleId(id), 20).stream()
        .map(similar -> similar.hit().id().value())
        .toList();
  }

  private static List<Hit> allHits() throws IOException {
    SearchRequest request =
        new RequestReader(DoorDefaults.API, Clock.systemUTC())
            .read(Map.of("limit", List.of("100"), "snippets", List.of("0")))
            .request();
    return engine.search(request).hits();
  }
}
