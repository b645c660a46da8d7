package dateline.index.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Organisations by their names and shorter ones, and what of them is no place.
final class OrganisationNamesTest {
  private static Annotator annotator;

  @BeforeAll
  static void load() throws IOException {
    annotator = new Annotator(Gazetteer.builtIn());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Alcan Aluminium Ltd rose.                     | ~alcan aluminium ltd 1
          She taught at the University of Ruritania.    | ~university of ruritania 1
          The new chairman of Foobar Steel Corp left.   | ~foobar steel corp 1
          It told the U.S. Securities and Exchange Commission. | securities-and-exchange-commission 1
          """)
  void findsOrganisationsThatNoListKnows(String text, String organisations) {
    assertEquals(organisations, counted(EntityKind.ORGANISATION, article(text), FoundEntity::key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ESSEX CHEMICAL SETS PAYOUT            | Essex Chemical Corp said so. Essex shares rose. | ''
          ESSEX CHEMICAL SETS PAYOUT            | Essex Chemical Corp said so in Essex.           | essex 2
          STAKE IN PIEDMONT IS SOLD             | Piedmont Aviation Inc said a stake in Piedmont went. | ''
          SYDNEY FIRM SETS PAYOUT               | Bond Sydney Holdings Ltd said so.               | ''
          CANADA SETS PAYOUT                    | Gillette Canada Inc rose as Canada voted.       | CA 2
          ROCKWELL <ROK> AND CARBIDE <UK> AGREE | The companies said so in the morning.           | ''
          PIEDMONT AIR <PIE> TO PAY MORE        | It said so in the morning.                      | ''
          <HANOVER COS INC> SHOWS LOSS          | It said so in the morning.                      | ''
          HANOVER AIRLINES WORKERS STRIKE       | They said so in the morning.                    | g2910831 1
          Boston Sets Rates                     | Boston Power Co said a Boston judge had agreed. | g4930956 2
          Alaska Sets Rates                     | Alaska Air Group Inc said an Alaska judge had agreed. | US-AK 2
          Ohio AG Sues Israel Group             | They said so in the morning.                    | US-OH 1, IL 1
          LONDON SUES BIG OIL CORP              | The mayor said so.                              | g2643743 1
          """)
  void tellsPlacesFromCompanies(String headline, String body, String places) {
    var article = Article.builder("a").headline(headline).body(body).build();

    assertEquals(places, counted(EntityKind.PLACE, article, FoundEntity::key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Essex Chemical Corp said it would pay. Essex shares rose.          | Essex Chemical Corp 2
          Foobar Steel Works Ltd rose. Foobar fell, and Foobar Steel stayed. | Foobar Steel Works Ltd 3
          Foobar Corp rose. The Foobar Trail is long.                        | Foobar Corp 1
          Modern Foobar Corp rose. Modern life went on.                      | Modern Foobar Corp 1
          Ruritania Rights Association (RRA) spoke, and RRA left.            | Ruritania Rights Association 3
          Office of Odd Affairs (OOA) spoke, and the OOA left.               | Office of Odd Affairs 3
          Foobar Corp (BCR) rose, and BCR fell.                              | Foobar Corp 1
          Ideal Society (IS) rose. Is it so?                                 | Ideal Society 2
          """)
  void findsTheShorterNamesOfOrganisations(String text, String organisations) {
    assertEquals(
        organisations, counted(EntityKind.ORGANISATION, article(text), FoundEntity::label));
  }

  private static Article article(String body) {
    return Article.builder("a").body(body).build();
  }

  private static String counted(
      EntityKind kind, Article article, Function<FoundEntity, String> name) {
    return annotator.annotate(article).stream()
        .filter(entity -> entity.kind() == kind)
        .map(entity -> name.apply(entity) + " " + entity.mentions().size())
        .collect(Collectors.joining(", "));
  }
}
