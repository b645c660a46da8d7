package dateline.index.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearnedNamesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void staysTheSameOnDisk() throws IOException {
    Path file = folder.resolve(LearnedNames.FILE);
    learned().write(file);

    LearnedNames read = LearnedNames.read(file);

    assertTrue(read.isName("bush"));
    assertFalse(read.isName("bird"));
    LearnedNames.Known volcker = Objects.requireNonNull(read.bearer("volcker", Set.of()));
    assertEquals("Paul Volcker", volcker.name().label());
    assertEquals(6, volcker.articles());
    assertNull(read.bearer("nobody", Set.of()));
    assertEquals(Set.of("chairman"), read.officesOf(volcker.name()));
    Path again = folder.resolve("again.tsv");
    read.write(again);
    assertEquals(-1, Files.mismatch(file, again));
  }

  @Test
  void namesTheLineThatIsDamaged() throws IOException {
    Path file = Files.writeString(folder.resolve(LearnedNames.FILE), "name\tbush\nperson\tbaker\n");

    IOException damage = assertThrows(IOException.class, () -> LearnedNames.read(file));

    assertEquals(
        file + " is no table of learned names: \"person\tbaker\". Index again to make it anew.",
        damage.getMessage());
  }

  @Test
  void keepsWhatIsComparedOfAName() throws IOException {
    var annotator = new Annotator(Gazetteer.builtIn());
    NamesSeen seen = annotator.namesSeen();
    for (String body :
        new String[] {
          "U.S. and U.K. Senator Bob Dole spoke.",
          "The Rev. Martin Luther King Jr. marched.",
          "President Deng Xiaoping left."
        }) {
      for (int i = 0; i < 3; i++) {
        annotator.learn(Article.builder("a").body(body).build(), seen);
      }
    }
    Path file = folder.resolve(LearnedNames.FILE);
    seen.learned().write(file);

    Annotator taught = annotator.with(LearnedNames.read(file));

    String keys = keys(taught, "Nobody asked Dole, nobody asked King and Deng.");
    assertEquals("~robert dole, ~martin luther king jr, ~deng xiaoping", keys);
  }

  @Test
  void tellsNamesakesApartByInitialsThatManyArticlesGive() throws IOException {
    var annotator = new Annotator(Gazetteer.builtIn());
    NamesSeen seen = annotator.namesSeen();
    for (String name :
        List.of(
            "George W. Bush",
            "George W. Bush",
            "George H. W. Bush",
            "George H.W. Bush",
            "Donald J. Trump",
            "Donald J. Trump",
            "Donald J. Trump",
            "Donald T. Trump",
            "James A. Baker",
            "James Baker",
            "James A. Baker")) {
      annotator.learn(Article.builder("a").body(name + " spoke on Monday.").build(), seen);
    }
    Path file = folder.resolve(LearnedNames.FILE);
    seen.learned().write(file);

    Annotator taught = annotator.with(LearnedNames.read(file));

    assertEquals(
        "~george bush/w, ~george bush/hw",
        keys(taught, "George W. Bush met his father, George H.W. Bush."));
    assertEquals("~george bush", keys(taught, "George Bush spoke."));
    assertEquals("~donald trump", keys(taught, "Donald J. Trump spoke. Donald T. Trump left."));
    assertEquals("~james baker", keys(taught, "James A. Baker spoke."));
    assertEquals("~george bush", keys(annotator, "George W. Bush met George H.W. Bush."));
  }

  private static String keys(Annotator annotator, String body) {
    return annotator.annotate(Article.builder("b").body(body).build()).stream()
        .filter(entity -> entity.kind() == EntityKind.PERSON)
        .map(FoundEntity::key)
        .collect(Collectors.joining(", "));
  }

  private static LearnedNames learned() throws IOException {
    var annotator = new Annotator(Gazetteer.builtIn());
    NamesSeen seen = annotator.namesSeen();
    Article article =
        Article.builder("a")
            .body("A man asked Chairman Paul Volcker about Bush, and they heard a bird in the end.")
            .build();
    for (int i = 0; i < 6; i++) {
      annotator.learn(article, seen);
    }
    return seen.learned();
  }
}
