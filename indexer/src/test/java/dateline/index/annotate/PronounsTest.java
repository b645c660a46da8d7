package dateline.index.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pronouns of statements and profiles, and those that are left alone.
final class PronounsTest {
  private static Annotator annotator;

  @BeforeAll
  static void load() throws IOException {
    annotator = new Annotator(Gazetteer.builtIn());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Foreign Secretary Philip Hammond said:\n\nI am glad. It is my hope.\n\nI thank you all.",
        "Philip Hammond made the following statement today:\n\n“I am glad of my day.”\n\n“I go.”"
      })
  void givesTheWordsOfAStatementToItsSpeaker(String body) {
    FoundEntity speaker =
        annotator.annotate(Article.builder("a").body(body).build()).stream()
            .filter(entity -> entity.kind() == EntityKind.PERSON)
            .findFirst()
            .orElseThrow();

    assertEquals("Philip Hammond 4", speaker.label() + " " + speaker.mentions().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Philip Hammond said he was glad.\n\nI am, too.",
        "Philip Hammond said: I am glad.",
        "Philip Hammond said:\n\n“We are glad.”\n\nI met him there.",
        "Philip Hammond said:\n\nWe are glad.\n\nHere Hammond and I stopped.\n\nI left.",
        "A friend of Philip Hammond. The guard said:\n\nI am glad."
      })
  void givesNoOtherFirstPersonToASpeaker(String body) {
    String words =
        annotator.annotate(Article.builder("a").body(body).build()).stream()
            .flatMap(entity -> entity.mentions().stream())
            .map(Mention::text)
            .filter(text -> text.equals("I"))
            .collect(Collectors.joining());

    assertEquals("", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thomas Baker (born 1950), also known as Baker, is a general. He left. His men stayed.       | He, His
          Mary Smith was a teacher. She met Tom Jones, and he thanked her. Mary Smith left her home.  | She, her
          Mary Smith was a teacher. Tom Jones saw her. She and Smith stayed.                          | ''
          Mary Smith was a teacher. Tom Jones saw her.¶She and Smith stayed.                          | She
          Mary Smith is a staff writer. Ann Jones lost. Ann Jones said she would go.                  | ''
          Mary Smith, whose book was a success, has written another. She said so. Smith left.         | ''
          Mary Smith told a friend that she was a friend. Smith left.                                 | ''
          """)
  void givesThePronounsOfAProfileToItsSubject(String body, String pronouns) {
    String found =
        annotator.annotate(Article.builder("a").body(body.replace("¶", "\n\n")).build()).stream()
            .flatMap(entity -> entity.mentions().stream())
            .filter(mention -> mention.how() == Mention.How.PRONOUN)
            .map(Mention::text)
            .collect(Collectors.joining(", "));

    assertEquals(pronouns, found);
  }
}
