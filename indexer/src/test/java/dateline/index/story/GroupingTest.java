package dateline.index.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GroupingTest {
  private static final long SEED = Long.getLong("test.seed", 1987);
  private static final int ARCHIVES =
      System.getProperty("test.counts", "").equals("long") ? 200 : 20;
  private static final Instant FIRST = Instant.parse("1988-01-04T06:00:00Z");

  /// Against each with each: whoever shares a band and is one story.
  @Test
  void groupsAreThoseOfAllPairs() throws IOException {
    System.out.println(
        "groups random archives; repeat with mvn verify -Dtest=GroupingTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.seed="
            + SEED);
    int members = 0;
    for (int number = 0; number < ARCHIVES; number++) {
      var random = new Random(SEED + number);
      var wire = new Wire(1 + random.nextInt(8), random);
      List<Article> articles =
          IntStream.range(0, 20 + random.nextInt(100))
              .mapToObj(i -> wire.article("a" + i))
              .toList();

      long[] stories = new Archive(articles).stories();

      assertArrayEquals(ofAllPairs(articles), stories, "archive " + number + ", seed " + SEED);
      members += (int) Arrays.stream(stories).filter(story -> story > 0).count();
    }
    assertTrue(members > 10 * ARCHIVES, "too few groups to tell anything");
  }

  @Test
  void oneTextSetAThousandTimesIsReadOnce() throws IOException {
    var articles = new ArrayList<Article>();
    for (int i = 0; i < 5000; i++) {
      articles.add(article(i, 60L * i, "The same words again. ".repeat(20)));
    }

    assertEquals(1, reads(articles));
  }

  /// A form that is filled in every hour: each article is compared with those of its week.
  @Test
  void oneFormFilledInForYearsIsComparedWithinReach() throws IOException {
    var articles = new ArrayList<Article>();
    for (int i = 0; i < 5000; i++) {
      articles.add(
          article(
              i,
              86_400L * i,
              "Rain of %d millimetres fell on Mirrow. ".formatted(1_000_000 + i)
                  + "The ferry to the islands sails at noon as ever while the sea is calm, and bread"
                  + " costs what it cost in the week before. No birds were seen in the harbour. The"
                  + " keeper of the light asks all boats to stay away from the northern rocks, where"
                  + " divers look for the bell of a ship."));
    }

    assertEquals(5000, reads(articles));
  }

  /// How many texts are read; no article may be in a group but with the same text.
  private static int reads(List<Article> articles) throws IOException {
    var members = new Members(articles.size());
    for (int place = 0; place < articles.size(); place++) {
      members.put(place, place + 1L, When.of(articles.get(place).published()), 0);
    }
    int[] reads = new int[1];
    var grouping =
        new Grouping(
            members,
            sequence -> {
              reads[0]++;
              return articles.get((int) sequence - 1);
            });
    Archive.forEachBucket(articles, grouping::bucket);
    long[] stories = grouping.stories();
    for (int place = 0; place < stories.length; place++) {
      assertEquals(
          stories[place] > 0 ? articles.get((int) stories[place] - 1).body() : "",
          stories[place] > 0 ? articles.get(place).body() : "");
    }
    return reads[0];
  }

  private static Article article(int number, long second, String body) {
    return Article.builder("a" + number)
        .headline("Form")
        .body(body)
        .published(new Published.At(FIRST.plusSeconds(second)))
        .build();
  }

  private static long[] ofAllPairs(List<Article> articles) {
    List<StoryText> texts = articles.stream().map(StoryText::new).toList();
    List<long[]> bands = texts.stream().map(Bands::of).toList();
    var components = new Components(articles.size());
    for (int one = 0; one < texts.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (doMeet(bands.get(one), bands.get(other))
            && SameStory.of(texts.get(one), texts.get(other)) == SameStory.Verdict.SAME) {
          components.join(one, other);
        }
      }
    }
    int[] roots = IntStream.range(0, texts.size()).map(components::root).toArray();
    return Arrays.stream(roots)
        .mapToLong(
            root -> Arrays.stream(roots).filter(each -> each == root).count() > 1 ? root + 1 : 0)
        .toArray();
  }

  private static boolean doMeet(long[] one, long[] other) {
    return Arrays.stream(one).anyMatch(band -> Arrays.stream(other).anyMatch(each -> each == band));
  }
}
