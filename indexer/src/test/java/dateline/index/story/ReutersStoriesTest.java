package dateline.index.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.TestData;
import dateline.index.story.ExactPairs.Pair;
import dateline.index.story.SameStory.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The wire of early 1987, on which stories are sent twice, corrected and cut, and hundreds are
/// written by one form.
final class ReutersStoriesTest {
  /// From here on two texts are near-duplicates, whatever they say.
  private static final double NEAR = 0.8;

  private static final long SEED = 1987;

  /// Pairs for a person to read.
  private static final int SAMPLE = 150;

  private static Archive archive = new Archive(List.of());
  private static List<List<Integer>> groups = List.of();

  @BeforeAll
  static void group() throws IOException {
    archive = Archive.of(TestData.path("reuters21578/articles.jsonl.gz"));
    groups = archive.groups();
  }

  @Test
  void findsThePairsThatComparingEachWithEachFinds() throws IOException {
    Set<Pair> right = ExactPairs.of(texts(), NEAR).keySet();
    Set<Pair> found = found();

    var both = new LinkedHashSet<>(right);
    both.retainAll(found);
    double recall = both.size() / (double) right.size();
    double precision = both.size() / (double) found.size();
    Map<Verdict, Integer> verdicts = new TreeMap<>();
    right.forEach(pair -> verdicts.merge(verdict(pair), 1, Integer::sum));
    Set<Pair> folded = folded();
    var foldedToo = new LinkedHashSet<>(folded);
    foldedToo.retainAll(right);
    System.out.printf(
        Locale.ROOT,
        "pairs at %.1f and above: %d by comparing each with each, found %d, recall %.4f,"
            + " precision %.4f; what they are: %s; folded %d of them, and %d below%n",
        NEAR,
        right.size(),
        found.size(),
        recall,
        precision,
        verdicts,
        foldedToo.size(),
        folded.size() - foldedToo.size());
    assertTrue(recall >= 0.95, () -> "recall " + recall);
    assertTrue(precision >= 0.98, () -> "precision " + precision);
    int same = verdicts.getOrDefault(Verdict.SAME, 0);
    assertTrue(foldedToo.size() >= 0.99 * same, () -> foldedToo.size() + " of " + same);
  }

  /// But for those that return on another day, or say of another company what was said of one.
  @Test
  void storiesOfTheSameBodyFold() {
    Map<String, List<Integer>> bodies = new LinkedHashMap<>();
    for (int place = 0; place < archive.articles().size(); place++) {
      String body = archive.articles().get(place).body().strip();
      if (!body.isEmpty()) {
        bodies.computeIfAbsent(body, _ -> new ArrayList<>()).add(place);
      }
    }
    Set<Pair> folded = folded();
    int stories = 0;
    int alone = 0;
    Map<Verdict, Integer> apart = new TreeMap<>();
    for (List<Integer> places : bodies.values()) {
      if (places.size() > 1) {
        stories += places.size();
        for (int other : places) {
          boolean isFolded = false;
          for (int one : places) {
            isFolded |= folded.contains(new Pair(Math.min(one, other), Math.max(one, other)));
            if (one < other && !folded.contains(new Pair(one, other))) {
              apart.merge(verdict(new Pair(one, other)), 1, Integer::sum);
            }
          }
          alone += isFolded ? 0 : 1;
        }
      }
    }
    int together = stories - alone;
    System.out.printf(
        "of %d stories with the body of another one %d fold; pairs that do not: %s%n",
        stories, together, apart);
    assertTrue(together >= 0.95 * stories, together + " of " + stories);
    assertEquals(
        Set.of(),
        minus(
            apart.keySet(),
            Set.of(Verdict.OTHER_TIME, Verdict.OTHER_FIGURES, Verdict.OTHER_HEADLINE)));
  }

  /// Writes them down with what differs, for a person to read, and looks for figures in the place
  /// of others as a person would: side by side.
  @Test
  void noTwoStoriesByOneFormFold() throws IOException {
    var lines = new ArrayList<String>();
    var suspicious = new ArrayList<String>();
    for (Pair pair : folded()) {
      Article one = archive.articles().get(pair.one());
      Article other = archive.articles().get(pair.other());
      if (!one.body().equals(other.body()) || one.body().isEmpty()) {
        List<Replaced> replaced = Replaced.of(one.body(), other.body());
        String line =
            "%s %s | %s | %s %s"
                .formatted(one.id(), other.id(), one.headline(), other.headline(), replaced);
        lines.add(line);
        long figures = replaced.stream().filter(Replaced::isOtherFigure).count();
        if (figures > one.body().split("\\s+").length / 100) {
          suspicious.add(line);
        }
      }
    }
    Collections.shuffle(lines, new Random(SEED));
    Path file = Path.of("target", "reuters-folded-pairs.txt");
    Files.createDirectories(file.getParent());
    Files.write(file, lines.subList(0, Math.min(SAMPLE, lines.size())));
    System.out.printf(
        "%d folded pairs differ; a sample of %d, drawn with seed %d, is in %s%n",
        lines.size(), Math.min(SAMPLE, lines.size()), SEED, file.toAbsolutePath());
    assertEquals(List.of(), suspicious);
  }

  private static List<String> texts() {
    return archive.articles().stream()
        .map(each ->
            each.body().isBlank() && each.headline() != null ? each.headline() : each.body())
        .toList();
  }

  /// Those that share a band, and are as near.
  private static Set<Pair> found() throws IOException {
    var met = new LinkedHashSet<Pair>();
    Archive.forEachBucket(
        archive.articles(),
        (_, places, count) -> {
          for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
              met.add(new Pair(places[j], places[i]));
            }
          }
        });
    List<Shingles> shingles =
        archive.articles().stream().map(each -> new StoryText(each).shingles()).toList();
    met.removeIf(pair -> shingles.get(pair.one()).resemblance(shingles.get(pair.other())) < NEAR);
    return met;
  }

  private static Set<Pair> folded() {
    var pairs = new LinkedHashSet<Pair>();
    for (List<Integer> group : groups) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = 0; j < i; j++) {
          pairs.add(new Pair(group.get(j), group.get(i)));
        }
      }
    }
    return pairs;
  }

  private static Verdict verdict(Pair pair) {
    return SameStory.of(
        new StoryText(archive.articles().get(pair.one())),
        new StoryText(archive.articles().get(pair.other())));
  }

  private static <T> Set<T> minus(Set<T> some, Set<T> others) {
    var left = new LinkedHashSet<>(some);
    left.removeAll(others);
    return left;
  }
}
