package dateline.index.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Gazetteer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnnotatorTest {
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
          Mr Ishiba left. PM Ishiba and Shigeru Ishiba are one; Ishiba’s plan was ISHIBA.    | Shigeru Ishiba 5
          The Japanese premier spoke in the morning.                                         | ''
          They met Akie Abe, the widow of the late Shinzo Abe. Abe maintained a friendship.  | Akie Abe 1, Shinzo Abe 2
          James Baker met Howard Baker. Baker said he was pleased.                           | Howard Baker 2, James Baker 1
          Many were named Kim, Lee, Park, Singh or Smith in the town.                        | ''
          He crossed the Delaware with George Washington.                                    | George Washington 1
          President Richard von Weizsaecker spoke; von Weizsaecker left.                     | Richard von Weizsaecker 2
          President Miguel de la Madrid spoke, and de la Madrid left.                        | Miguel de la Madrid 2
          Javier Perez de Cuellar went. Perez de Cuellar returned.                           | Javier Perez de Cuellar 2
          Paul O'Neill said no, but O’Neill later agreed.                                    | Paul O'Neill 2
          Karl Otto Poehl spoke. Later Pöhl explained it.                                    | Karl Otto Poehl 2
          Deng Xiaoping met Kim Jong-un; Deng left and Kim stayed.                           | Deng Xiaoping 2, Kim Jong-un 2
          Syrian President Bashar al-Assad spoke, and Assad left.                            | Bashar al-Assad 2
          Ford, Morgan Stanley, Wells Fargo, Eli Lilly and Toyota reported profits.          | ''
          Alcan Aluminium Ltd and Morgan Stanley Group Inc agreed.                           | ''
          Mr. Baker went home, and Mr. Smith stayed.                                         | ''
          The Rev. Dr. Martin Luther King Jr. marched.                                       | Martin Luther King Jr. 1
          President Donald Trump and Donald Trump Jr. spoke before Donald Jr. left.          | Donald Trump 1, Donald Trump Jr. 1
          U.S. Banks rose while U.S. Treasury bonds fell.                                    | ''
          Will Congress vote? May the best win.                                              | ''
          Nita Lowey Nita Sue Lowey spoke. Senator Trump Donald John Trump left.             | Donald John Trump 2, Nita Sue Lowey 2
          Matt Gaetz Matthew (Matt) L. GaetzSchiff rises. The party met again.               | Matt Gaetz 1, Matthew L. GaetzSchiff 1
          Lawmakers met Mitch McConnellGOP senators balk at the length of it.                | Mitch McConnell 1
          Jeb Bush spoke of home, and Jeb said his father had gone.                          | Jeb Bush 2
          They met founder Sal Russo. The Russo-Japanese war ended.                          | Sal Russo 1
          They met TPE founder Sal Russo in Ohio and went away from there. | Sal Russo 1
          On the bus George P. looked out.                                                   | ''
          Joseph R. Biden spoke. Joe Biden left.                                             | Joseph R. Biden 2
          In the Indo-Pacific the mood was calm.                                             | ''
          A driver, Eyad Ismoil, who was tried, left. Ismoil never came back.                | Eyad Ismoil 2
          Abu Musab al-Zarqawi named Abu Ghadiya. He took Abu Dhabi.                         | Abu Ghadiya 1, Abu Musab al-Zarqawi 1
          La Ciudad de México et Notre-Dame de Paris ont fermé.                              | ''
          Brig. Gen. Richard "Tex" Coe spoke. Coe’s report is long.                          | Richard Coe 2
          Foreign Secretary Boris Johnson came. The Foreign Secretary spoke.                 | Boris Johnson 2
          Japanese Prime Minister Shigeru Ishiba met the French president. The premier spoke. | Shigeru Ishiba 2
          Keir Starmer, the British prime minister, met Japanese Prime Minister Shigeru Ishiba. The prime minister left. | Keir Starmer 2, Shigeru Ishiba 1
          Keir Starmer, the British prime minister, met Japanese Prime Minister Shigeru Ishiba. The Japanese premier left. | Keir Starmer 2, Shigeru Ishiba 2
          Planning minister Imad Fakhoury spoke. The minister left with the prime minister. | Imad Fakhoury 2
          Prime Minister Shigeru Ishiba spoke. The minister left.                            | Shigeru Ishiba 1
          Prime Minister\u200e Haider al-Abadi came. The prime minister spoke.               | Haider al-Abadi 2
          Sgt. 1st Class John Perry met Senior Airman Zachary Wolf.                          | John Perry 1, Zachary Wolf 1
          Izzat Ibrahim al-Douri left. Douri stayed near Deir al-Zour.                       | Izzat Ibrahim al-Douri 2
          Abboud Qanbar, also known as Abu Haidar, left. Qanbar spoke.                       | Abboud Qanbar 2, Abu Haidar 1
          Staffan de Mistura left Geneva. Mr de Mistura came back.                           | Staffan de Mistura 2
          Echoing Annan, he left. Later Mr. Annan spoke.                                     | ''
          Gruppo Ferruzzi rose, and Ferruzzi said so.                                        | ''
          Chancellor Helmut Kohl spoke. The chancellor of the university agreed.             | Helmut Kohl 1
          President Clinton and his wife, Hillary Clinton, came. Clinton spoke of home.      | Hillary Clinton 1, President Clinton 2
          Bill Clinton came with his second wife Mary Clinton. Mrs. Clinton spoke of home.   | Bill Clinton 1, Mary Clinton 2
          Donald Trump Jr. came with his father, Donald Trump. Trump spoke of home.          | Donald Trump 2, Donald Trump Jr. 1
          She came with her brother Mark Baker, and Baker spoke of home.                     | Mark Baker 2
          The USS Abraham Lincoln met the aircraft carrier Charles Martel at sea.            | ''
          In the end the mail carrier Charles Martel went home.                              | Charles Martel 1
          They drove from Ben Gurion airport to the Martin Luther hospital of the town.      | ''
          Jerry Seinfeld spoke. He liked “Seinfeld,” said Seinfeld.                          | Jerry Seinfeld 2
          The polls in the West close at 8 pm Eastern on Tuesday.                            | ''
          White House Counsel Don McGahn came and left.                                      | Don McGahn 1
          It was on June 4th Barack Obama came to the town.                                  | Barack Obama 1
          He flew with the 158th Fighter Wing and met Rahman Farms in the evening.           | ''
          """)
  void findsPeople(String text, String people) {
    assertEquals(people, found(EntityKind.PERSON, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Washington meets Tokyo over steel.                          | g1850147, g4140963
          He was born in Washington state.                            | US-WA
          He crossed it with George Washington.                       | ''
          The Washington Post reported it.                            | ''
          The Japanese premier, a Briton and the Dutch minister met.  | GB, JP, NL
          He ate turkey on fine china, to polish it off.              | ''
          Talks went on in Niger, Nigeria, Guinea and Chad.           | GN, NE, NG, TD
          Sino-Soviet and Anglo-Irish talks                           | CN, GB, IE, su
          Franco-German plans and Japan-U.S. ties                     | DE, FR, JP, US
          U.S-Japan relations improved.                               | JP, US
          Stability in the Indo-Pacific and the Middle East           | indo-pacific, middle-east
          He moved to Paris, Texas.                                   | US-TX, g4717560
          He moved to Paris.                                          | g2988507
          She studied in London, Ontario.                             | CA-ON, g6058560
          She studied in Cambridge, Mass.                             | US-MA, g4931972
          They sailed to North Korea from Hong Kong’s harbour.        | HK, KP
          Talks went on in Croatia, England, and Puerto Rico, Texas and Iowa. | GB-ENG, HR, PR, US-IA, US-TX
          Many U.S. Latino voters and U.S. Friday papers said so.     | US
          The firm of N.M. Rothschild moved to Trenton, N.J., at last. | US-NJ, g5105496
          He went home to Florence, Ala. A Florence farmer met him.   | US-AL, g4062577
          """)
  void findsPlaces(String text, String places) {
    assertEquals(places, keys(EntityKind.PLACE, Article.builder("a").body(text).build()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PARIS, April 9      | g2988507
          SALEM, Ore.         | US-OR, g5750162
          BONN                | g2946447
          CANTON, Mass, March | US-MA, g4932214
          March 9             | ''
          BIRMINGHAM, Ala, March 19     | US-AL, g4049979
          Scarborough, Ontario, Feb 26  | CA-ON
          """)
  void readsDatelines(String dateline, String places) {
    var article = Article.builder("a").dateline(dateline).body("Nothing else was said.").build();

    assertEquals(places, keys(EntityKind.PLACE, article));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAIROBI, Kenya (AP) _ Thousands of labourers protested.  | Nairobi 0-7, Kenya 9-14
          LONDON (Reuters) - Thousands protested.                  | London 0-6
          Moscow, March 3 - Thousands protested.                   | Moscow 0-6
          """)
  void readsDatelinesInFrontOfTheBody(String body, String mentions) {
    String found =
        annotator.annotate(Article.builder("a").body(body).build()).stream()
            .filter(entity -> entity.kind() == EntityKind.PLACE)
            .flatMap(entity ->
                entity.mentions().stream()
                    .map(m -> entity.label() + " " + m.start() + "-" + m.end()))
            .collect(Collectors.joining(", "));

    assertEquals(mentions, found);
  }

  @Test
  void weighsACurrencyLessThanItsCountry() {
    var bond = Article.builder("a").body("A 20 mln Canadian dollar bond. Canadian dollars rose.");
    var visit = Article.builder("a").body("A Canadian minister came. Canadian papers said so.");

    assertEquals("false, true", isSalient("CA", bond) + ", " + isSalient("CA", visit));
  }

  private static boolean isSalient(String place, Article.Builder article) {
    return annotator.annotate(article.build()).stream()
        .anyMatch(entity -> entity.key().equals(place) && entity.isSalient());
  }

  @Test
  void marksHowAMentionWasFound() {
    var article =
        Article.builder("a").body("Japanese voters met Akie Abe in Japan. Abe left.").build();

    String hows =
        annotator.annotate(article).stream()
            .filter(entity -> entity.kind() != EntityKind.ISSUE)
            .flatMap(entity -> entity.mentions().stream())
            .map(mention -> mention.text() + " " + mention.how())
            .collect(Collectors.joining(", "));

    assertEquals("Akie Abe NAME, Abe COREFERENCE, Japanese DEMONYM, Japan NAME", hows);
  }

  @Test
  void countsCodePoints() {
    var article = Article.builder("a").body("𝕏 named Akie Abe.").build();

    Mention mention = annotator.annotate(article).getFirst().mentions().getFirst();

    assertEquals(List.of(8, 16), List.of(mention.start(), mention.end()));
  }

  @Test
  void linksAHeadlineInCapitals() {
    var article =
        Article.builder("a")
            .headline("GULF ESCORTS STILL DISCUSSED - WEINBERGER")
            .body("Defense Secretary Caspar Weinberger spoke.")
            .build();

    assertEquals("Caspar Weinberger 2", found(EntityKind.PERSON, article));
  }

  @Test
  void neverReadsSourceTags() {
    var plain = Article.builder("a").body("Shigeru Ishiba flew to Washington.");
    List<FoundEntity> without = annotator.annotate(plain.build());

    List<FoundEntity> with =
        annotator.annotate(plain.sourceTag("places", "brazil").sourceTag("people", "pele").build());

    assertEquals(without, with);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "I do the weeding", says Manal. A woman saw Manal. | ?manal 2
          Mrs. Durbaba waited.                               | ?durbaba 1
          Mr. de Mistura waited.                             | ?de mistura 1
          MR KIRBY: Thank you all.                           | ?kirby 1
          Colonel Tariq saw Captain Omar in Major League.    | ?tariq 1, ?omar 1
          Two major Jewish groups left in private.           | ''
          After Assad's fall the Assad regime was gone.      | ?assad 2
          In the end the Bush administration gave way.       | ?bush 1
          In the end the Kabul government gave way.          | ''
          Police said no. Officials said so on Monday.       | ''
          The Guardian says it. Reuters said so.             | ''
          """)
  void keepsPeopleOfOneNameToTheirArticle(String body, String people) {
    String found =
        annotator.annotate(Article.builder("a").body(body).build()).stream()
            .filter(entity -> entity.kind() == EntityKind.PERSON)
            .map(entity -> entity.key() + " " + entity.mentions().size())
            .collect(Collectors.joining(", "));

    assertEquals(people, found);
  }

  @Test
  void linksAFamilyNameToTheOnlyBearerOfTheArchive() {
    Annotator taught =
        taught(
            3, "The chairman, Paul Volcker, spoke.",
            3, "Treasury Secretary James Baker left.",
            3, "Senate leader Howard Baker came.",
            2, "John Smith spoke.");

    assertEquals("~paul volcker", people(taught, "VOLCKER SEES NO CLEAR EVIDENCE"));
    assertEquals("~paul volcker", people(taught, "Nobody asked Volcker about rates."));
    assertEquals("~james baker", people(taught, "TREASURY'S BAKER SAYS PARIS PACT ONLY A START"));
    assertEquals("", people(taught, "BAKER SAYS PARIS PACT ONLY A START"));
    assertEquals("", people(taught, "SMITH SAYS PARIS PACT ONLY A START"));
  }

  @Test
  void takesAnOrdinaryWordInCapitalsForANameOnlyWhereTheArchiveDoes() {
    Annotator taught =
        taught(6, "We asked George Bush today and later asked Bush again, they said.");
    Annotator doubtful =
        taught(
            6, "We asked George Bush today and later asked Bush again, they said.",
            6, "A bird in the bush was worth less, they said.");

    assertEquals("~george bush", people(taught, "BUSH SAYS PARIS PACT ONLY A START"));
    assertEquals("", people(doubtful, "BUSH SAYS PARIS PACT ONLY A START"));
  }

  @Test
  void linksAnOfficeToTheOneOfItsPeopleWhomTheArchiveIntroducesSo() {
    Annotator taught =
        taught(
            2, "Foreign Secretary Boris Johnson came.",
            2, "Foreign Secretary Philip Hammond came.",
            1, "Foreign Secretary Liz Truss came.");

    assertEquals("Boris Johnson, Foreign Secretary", mentions(taught, "Boris Johnson"));
    assertEquals("Liz Truss", mentions(taught, "Liz Truss"));
    assertEquals(
        "Boris Johnson, Philip Hammond", mentions(taught, "Boris Johnson and Philip Hammond"));
  }

  private static String mentions(Annotator taught, String guests) {
    String body = guests + " came to Geneva. The Foreign Secretary spoke.";
    return taught.annotate(Article.builder("a").body(body).build()).stream()
        .filter(entity -> entity.kind() == EntityKind.PERSON)
        .flatMap(entity -> entity.mentions().stream())
        .map(Mention::text)
        .collect(Collectors.joining(", "));
  }

  /// @param timesAndBodies by turns, how many articles there are and what each says
  private static Annotator taught(Object... timesAndBodies) {
    NamesSeen seen = annotator.namesSeen();
    for (int i = 0; i < timesAndBodies.length; i += 2) {
      Article article = Article.builder("a").body(timesAndBodies[i + 1].toString()).build();
      for (int times = (int) timesAndBodies[i]; times > 0; times--) {
        annotator.learn(article, seen);
      }
    }
    return annotator.with(seen.learned());
  }

  private static String people(Annotator taught, String headline) {
    return taught.annotate(Article.builder("a").headline(headline).build()).stream()
        .filter(entity -> entity.kind() == EntityKind.PERSON && entity.isKnownAcrossArticles())
        .map(FoundEntity::key)
        .collect(Collectors.joining(", "));
  }

  private static String found(EntityKind kind, String body) {
    return found(kind, Article.builder("a").body(body).build());
  }

  private static String found(EntityKind kind, Article article) {
    return annotator.annotate(article).stream()
        .filter(entity -> entity.kind() == kind && entity.isKnownAcrossArticles())
        .map(entity -> entity.label() + " " + entity.mentions().size())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String keys(EntityKind kind, Article article) {
    return annotator.annotate(article).stream()
        .filter(entity -> entity.kind() == kind)
        .map(FoundEntity::key)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
