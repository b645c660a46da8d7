package dateline.index.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.TestData;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Counts what is found in the articles of `corpus/judgments/allsides-entities.tsv` that are kept
/// for counting.
final class AllsidesEntitiesTest {
  /// How much of an article was read by whoever labelled it.
  private static final int LABELLED_CHARS = 14_000;

  private static final int ARTICLES = 50;
  private static final int WRONG_PEOPLE_MAX = 50;
  private static final int RIGHT_ISSUES_LEAST = 40;

  /// @param people for each person the names that the article uses
  private record Labels(List<List<String>> people, Set<String> issues) {}

  @Test
  void namesFewWrongPeopleAndMostlyARightIssue() throws IOException {
    Map<String, Labels> judged = judged();
    var articles = new ArrayList<Article>();
    Delivery.of(List.of(TestData.path("allsides/articles.jsonl.gz")))
        .read(reading -> {
          if (reading instanceof Reading.Accepted accepted
              && judged.containsKey(accepted.article().id().toString())) {
            articles.add(accepted.article());
          }
        });
    assertEquals(ARTICLES, articles.size());
    var annotator = new Annotator(Gazetteer.builtIn());
    NamesSeen seen = annotator.namesSeen();
    articles.forEach(article -> annotator.learn(article, seen));
    Annotator taught = annotator.with(seen.learned());

    var wrong = new ArrayList<String>();
    int withRightIssue = 0;
    for (Article article : articles) {
      Labels labels = Objects.requireNonNull(judged.get(article.id().toString()));
      var unnamed = new ArrayList<>(labels.people());
      boolean hasRightIssue = false;
      for (FoundEntity entity : taught.annotate(article)) {
        hasRightIssue |= labels.issues().contains(entity.key());
        if (entity.kind() == EntityKind.PERSON && isInLabelledPart(entity)) {
          if (!takeBearer(unnamed, entity.label())) {
            wrong.add(article.id() + " " + entity.label());
          }
        }
      }
      withRightIssue += hasRightIssue ? 1 : 0;
    }

    assertTrue(wrong.size() <= WRONG_PEOPLE_MAX, () -> wrong.size() + " wrong people: " + wrong);
    assertTrue(
        withRightIssue >= RIGHT_ISSUES_LEAST, withRightIssue + " articles with a right issue");
  }

  private static boolean isInLabelledPart(FoundEntity entity) {
    return entity.mentions().stream().anyMatch(mention -> mention.start() < LABELLED_CHARS);
  }

  /// Each labelled person can be found once: a second entity for the same person is wrong.
  private static boolean takeBearer(List<List<String>> unnamed, String label) {
    for (int i = 0; i < unnamed.size(); i++) {
      if (unnamed.get(i).stream().anyMatch(name -> isSame(FoldedName.of(name), label))) {
        unnamed.remove(i);
        return true;
      }
    }
    return false;
  }

  /// The same last word, and first words that open alike where both have more than one.
  private static boolean isSame(String name, String label) {
    String[] one = name.split(" ");
    String[] other = FoldedName.of(label).split(" ");
    boolean isAlike =
        one.length == 1 || other.length == 1 || one[0].charAt(0) == other[0].charAt(0);
    return one[one.length - 1].equals(other[other.length - 1]) && isAlike;
  }

  private static Map<String, Labels> judged() throws IOException {
    Path file =
        Path.of(System.getProperty("dateline.root", "."), "corpus/judgments/allsides-entities.tsv");
    var judged = new HashMap<String, Labels>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split("\t", -1);
      if (fields[1].equals("final")) {
        Labels labels =
            judged.computeIfAbsent(fields[0], _ -> new Labels(new ArrayList<>(), new HashSet<>()));
        if (fields[2].equals("issue")) {
          labels.issues().add(fields[3]);
        } else if (fields.length > 3) {
          var names = new ArrayList<>(List.of(fields[3]));
          if (fields.length > 4) {
            names.addAll(List.of(fields[4].split("\\|")));
          }
          labels.people().add(names);
        }
      }
    }
    return judged;
  }
}
