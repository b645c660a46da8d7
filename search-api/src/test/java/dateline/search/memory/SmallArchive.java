package dateline.search.memory;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.Published;
import dateline.corpus.Zone;
import dateline.search.engine.StoredArticle;
import dateline.search.engine.StoredArticle.Entity;
import dateline.search.engine.StoredArticle.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Invented articles that are hard to show: precise and vague dates, missing parts, names in many
/// scripts, and text that pretends to be a page.
public final class SmallArchive {
  /// A text that would run as a script if it were not escaped.
  public static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

  private SmallArchive() {}

  public static MemoryEngine engine() {
    return new MemoryEngine(articles(), earlier());
  }

  /// The articles, two more whose text may not be shown, and `notices` short ones after each other,
  /// enough for several pages.
  public static MemoryEngine engineWithNotices(int notices) {
    return new MemoryEngine(
        Stream.of(
                articles().stream(),
                Stream.of("snippet", "link").map(SmallArchive::withheld),
                IntStream.range(0, notices).mapToObj(SmallArchive::notice))
            .flatMap(each -> each)
            .toList(),
        earlier());
  }

  /// The articles, and two more that print the first one under other headlines.
  public static MemoryEngine engineWithReprints() {
    StoredArticle wire = articles().getFirst();
    List<StoredArticle> reprints =
        List.of(
            reprint(wire, "gazette:chips", "Chip talks fail in Tokyo", "1987-03-03"),
            reprint(wire, "post-4", "Tokyo talks on chips end", "1987-03-04"));
    var stories = new HashMap<ArticleId, String>();
    stories.put(wire.article().id(), "chips");
    reprints.forEach(reprint -> stories.put(reprint.article().id(), "chips"));
    return new MemoryEngine(
        Stream.concat(articles().stream(), reprints.stream()).toList(), stories);
  }

  private static StoredArticle reprint(
      StoredArticle wire, String id, String headline, String published) {
    return found(
        Article.builder(id)
            .source("The Harbour Gazette")
            .headline(headline)
            .body(wire.article().body())
            .published(Published.parse(published))
            .dateline("TOKYO, March 2")
            .language("en"),
        place("JP", "Japan", "Japan(?:ese)?"),
        issue("medtop:20000368", "Tariffs and trade", "tariffs?"));
  }

  static List<StoredArticle> articles() {
    return List.of(
        found(
            Article.builder("wire/1987-03-02#1")
                .source("Meridian Wire")
                .headline("Tokyo talks on chips end without accord")
                .subhead("Negotiators agree only to meet again in April")
                .body(
                    """
                    Trade talks between Japan and the United States over semiconductors ended on \
                    Monday without an accord. Makoto Kuroda, who led the Japanese side, said both \
                    sides would meet again in April.

                    Washington has threatened tariffs on $300 million of goods. The Ministry of \
                    International Trade and Industry called the trade figures “regrettable” and \
                    asked makers to cut output.

                    Analysts in Tokyo expect the yen to rise further. “A tariff would hurt both \
                    sides,” said Maria Lopez of the Harbour Institute.\
                    """)
                .published(Published.parse("1987-03-02T09:21:00Z"))
                .dateline("TOKYO, March 2")
                .byline("By Maria Lopez and the Pacific desk")
                .section("Business")
                .language("en")
                .url("https://example.org/1987/chips"),
            person("~makoto kuroda", "Makoto Kuroda", "Makoto Kuroda"),
            place("JP", "Japan", "Japan(?:ese)?"),
            place("g1850147", "Tokyo", "Tokyo"),
            place("US", "United States", "United States|Washington"),
            organisation(
                "~miti",
                "Ministry of International Trade and Industry",
                "Ministry of\\s+International\\s+Trade and Industry"),
            issue("medtop:20000368", "Tariffs and trade", "tariffs?"),
            passing(EntityKind.PERSON, "~maria lopez", "Maria Lopez", "Maria Lopez")),
        found(
            Article.builder("wire/1987-04-17#4")
                .source("Meridian Wire")
                .headline("United States imposes tariffs on Japanese electronics")
                .body(
                    """
                    The United States imposed tariffs of 100 percent on Japanese electronics on \
                    Friday, the sharpest step in the trade quarrel so far.

                    Japan said it would complain in Geneva. Makoto Kuroda called the tariffs \
                    “a mistake that both sides will pay for”.\
                    """)
                .published(Published.parse("1987-04-17"))
                .dateline("WASHINGTON, April 17")
                .byline("By Tom Ferris")
                .section("Business")
                .language("en"),
            person("~makoto kuroda", "Makoto Kuroda", "Makoto Kuroda"),
            place("JP", "Japan", "Japan(?:ese)?"),
            place("US", "United States", "United States"),
            issue("medtop:20000368", "Tariffs and trade", "tariffs?")),
        found(
            Article.builder("gazette:é/ü?x=1&y=2 %2F")
                .source("The Harbour Gazette")
                .headline("Élysée summit: 日本 and France sign 𝒜 pact on the sea")
                .body(
                    """
                    President Hélène Marchand and Japan's prime minister signed a security pact \
                    at the Élysée on Tuesday. It binds both navies to share charts of the sea \
                    lanes — 日本 first.

                    Trade was left to a later summit.\
                    """)
                .published(Published.parse("1994-11"))
                .dateline("PARIS")
                .section("World")
                .language("en"),
            person("~hélène marchand", "Hélène Marchand", "Hélène Marchand"),
            place("FR", "France", "France"),
            place("JP", "Japan", "Japan|日本"),
            issue("medtop:20000056", "Maritime security", "security pact")),
        found(
            Article.builder("hostile" + HOSTILE)
                .source("Evil " + HOSTILE)
                .headline("Headline " + HOSTILE)
                .body("A body about trade " + HOSTILE + " and nothing else.")
                .published(Published.parse("2003"))
                .byline("By " + HOSTILE)
                .dateline(HOSTILE)
                .section(HOSTILE)
                .url("javascript:alert(3)")
                .language("en"),
            person("~" + HOSTILE, HOSTILE, "A body")),
        found(
            Article.builder("plain")
                .source("")
                .body("A note without headline, date or source. It speaks of rain.")),
        found(
            flood()
                .headline("Rain floods the lower town for the third time this summer")
                .body(
                    """
                    Heavy rain flooded the lower town on Monday, the third time since May. The \
                    Harbour Institute blamed drains laid in 1890 and a warmer sea.

                    Mayor Ines Okoro promised new drains within two years.\
                    """)
                .modified(Published.parse("2019-07-03T08:00:00Z"))
                .detail("version", "3")
                .detail("correction", "An earlier version gave the year of the drains as 1980."),
            person("~ines okoro", "Ines Okoro", "Ines Okoro"),
            organisation("~harbour institute", "Harbour Institute", "Harbour Institute"),
            issue("medtop:20000424", "Floods", "flooded")));
  }

  /// Earlier versions of the flood: the first was corrected twice.
  static List<Article> earlier() {
    return List.of(
        flood()
            .headline("Rain floods the lower town")
            .body(
                """
                Heavy rain flooded the lower town on Monday, the third time since May. The \
                Harbour Institute blamed drains laid in 1980 and a warmer sea.

                Nobody was hurt.\
                """)
            .detail("version", "1")
            .build(),
        flood()
            .headline("Rain floods the lower town for the third time this summer")
            .body(
                """
                Heavy rain flooded the lower town on Monday, the third time since May. The \
                Harbour Institute blamed drains laid in 1980 and a warmer sea.

                Mayor Ines Okoro promised new drains within two years.\
                """)
            .modified(Published.parse("2019-07-02T07:30:00Z"))
            .detail("version", "2")
            .detail("correction", "Two people were hurt, not none.")
            .build());
  }

  private static Article.Builder flood() {
    return Article.builder("gazette-2019-07-01")
        .source("The Harbour Gazette")
        .published(Published.parse("2019-07-01T18:00:00Z"))
        .byline("By Ada Lindqvist")
        .keyword("floods")
        .keyword("drains")
        .detail("facts", "Harbour Institute: Drains, 1891; Town archive, file 7")
        .section("Local")
        .language("en");
  }

  private static StoredArticle withheld(String rights) {
    return found(
        Article.builder("withheld-" + rights)
            .source("Meridian Wire")
            .headline("Dock workers vote for a strike")
            .body("Dock workers voted for a strike on Friday. ".repeat(20))
            .published(Published.parse("1979-05-04"))
            .url("https://example.org/1979/docks")
            .detail("rights", rights)
            .language("en"));
  }

  private static StoredArticle notice(int number) {
    return found(
        Article.builder("notice-" + number)
            .source("The Harbour Gazette")
            .headline("Harbour notice number " + (number + 1))
            .body("The harbour office gives notice number " + (number + 1) + " to all ships.")
            .published(new Published.OnDay(java.time.LocalDate.of(1950, 1, 15).plusMonths(number)))
            .language("en"));
  }

  private static StoredArticle found(Article.Builder draft, Named... names) {
    Article article = draft.build();
    return new StoredArticle(
        article, Stream.of(names).map(name -> name.in(article)).toList(), List.of());
  }

  private static Named person(String id, String label, String pattern) {
    return new Named(EntityKind.PERSON, id, label, true, pattern);
  }

  private static Named place(String id, String label, String pattern) {
    return new Named(EntityKind.PLACE, id, label, true, pattern);
  }

  private static Named organisation(String id, String label, String pattern) {
    return new Named(EntityKind.ORGANISATION, id, label, true, pattern);
  }

  private static Named issue(String id, String label, String pattern) {
    return new Named(EntityKind.ISSUE, id, label, true, pattern);
  }

  private static Named passing(EntityKind kind, String id, String label, String pattern) {
    return new Named(kind, id, label, false, pattern);
  }

  private record Named(
      EntityKind kind, String id, String label, boolean isSalient, String pattern) {
    Entity in(Article article) {
      var stretches = new ArrayList<Stretch>();
      for (Zone zone : List.of(Zone.HEADLINE, Zone.BODY)) {
        String text = article.text(zone);
        Matcher named = Pattern.compile(pattern).matcher(text);
        while (named.find()) {
          int start = text.codePointCount(0, named.start());
          int length = text.codePointCount(named.start(), named.end());
          stretches.add(new Stretch(zone, start, start + length));
        }
      }
      return new Entity(kind, id, label, isSalient, stretches);
    }
  }
}
