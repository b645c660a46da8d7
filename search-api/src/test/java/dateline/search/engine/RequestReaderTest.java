package dateline.search.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.query.Match;
import dateline.search.query.QueryParser;
import dateline.search.query.TextZone;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestReaderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("1987-03-15T20:00:00Z"), ZoneOffset.UTC);

  static RequestReader.Reading read(String queryString, DoorDefaults defaults) {
    Map<String, List<String>> parameters =
        Arrays.stream(queryString.split("&"))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("=", 2))
            .collect(
                groupingBy(
                    pair -> pair[0], mapping(pair -> URLDecoder.decode(pair[1], UTF_8), toList())));
    return new RequestReader(defaults, CLOCK).read(parameters);
  }

  @Test
  void fillsDefaults() {
    var expected =
        new SearchRequest(
            QueryParser.parse(""),
            Match.AUTO,
            Set.of(TextZone.values()),
            List.of(),
            List.of(),
            DateFilter.NONE,
            null,
            ZoneOffset.UTC,
            Sort.NEWEST,
            Collapse.DUPLICATES,
            20,
            null,
            0,
            FacetReader.DEFAULT,
            3,
            true,
            true,
            true,
            Mode.LEXICAL,
            Boost.NONE);

    assertEquals(
        new RequestReader.Reading(expected, false, List.of(), Map.of(), List.of()),
        read("", DoorDefaults.API));
    assertEquals(
        new RequestReader.Reading(expected, true, List.of(), Map.of(), List.of()),
        read("q=&from=&source=&limit=", DoorDefaults.PAGE));
  }

  @Test
  void readsEveryParameter() {
    String queryString =
        "q=trade+war&syntax=dateline&match=all&lenient=true&in=headline,lead&from=1987-03&to=-7d&tz=Asia/Tokyo"
            + "&thread=b/2&thread=a1&source=Reuters&source=AP&person.all=p1&place.not=q2&place_mention=q3&section.missing=true&tag=a:b"
            + "&sort=oldest&limit=50&page=3&facet=place,person,date&facet.place.limit=5&facet.date.interval=week"
            + "&highlight=false&snippets=0&fields=headline,published&collapse=none&story=wire/7&suggest=false&variants=false&mode=hybrid&boost=recent";
    var expected =
        new SearchRequest(
            QueryParser.parse("trade war"),
            Match.ALL,
            Set.of(TextZone.HEADLINE, TextZone.LEAD),
            List.of(
                new Filter(ArticleField.PERSON, List.of(), List.of("p1"), List.of(), false),
                new Filter(ArticleField.PLACE, List.of(), List.of(), List.of("q2"), false),
                new Filter(ArticleField.PLACE_MENTION, List.of("q3"), List.of(), List.of(), false),
                new Filter(
                    ArticleField.SOURCE, List.of("AP", "Reuters"), List.of(), List.of(), false),
                new Filter(ArticleField.SECTION, List.of(), List.of(), List.of(), true),
                new Filter(ArticleField.TAG, List.of("a:b"), List.of(), List.of(), false)),
            List.of("a1", "b/2"),
            new DateFilter(
                Published.parse("1987-03"),
                new Published.OnDay(LocalDate.of(1987, 3, 9)), // in Tokyo it is the 16th already
                false),
            new ArticleId("wire/7"),
            ZoneId.of("Asia/Tokyo"),
            Sort.OLDEST,
            Collapse.NONE,
            50,
            null,
            100,
            new FacetRequest(Map.of(ArticleField.PLACE, 5, ArticleField.PERSON, 10), Interval.WEEK),
            0,
            false,
            false,
            false,
            Mode.HYBRID,
            Boost.RECENT);

    assertEquals(
        new RequestReader.Reading(
            expected, true, List.of("headline", "published"), Map.of("to", "-7d"), List.of()),
        read(queryString, DoorDefaults.PAGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q=trade                        | match=auto&q=trade&sort=relevance
          begin_date=19870301            | from=1987-03-01
          end_date=1987-03               | to=1987-03
          from-date=1987&to-date=1988    | from=1987&to=1988
          page-size=5&order-by=oldest    | limit=5&sort=oldest
          show-fields=headline           | fields=headline
          facet=date&interval=year       | facet=date&facet.date.interval=year
          cursor=abc                     | cursor=abc
          facet=none                     | facet=none&limit=20
          facet=date                     | facet=date&facet.date.interval=auto
          date.missing=true              | date.missing=true&tz=Z
          tz=UTC                         | tz=Etc/GMT
          lang=deu&lang.not=pt-BR        | lang=de&lang.not=pt
          """)
  void readsTheSameFrom(String one, String other) {
    RequestReader.Reading reading = read(one, DoorDefaults.API);

    assertEquals(List.of(), reading.problems());
    assertEquals(read(other, DoorDefaults.API), reading);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          qery=trade            | param.unknown  | qery            | There is no parameter “qery”. | null
          souce=AP              | param.unknown  | souce           | There is no parameter “souce”. Did you mean “source”? | source
          api-key=1             | param.unknown  | api-key         | There is no parameter “api-key”. | null
          persn.not=1           | param.unknown  | persn.not       | There is no parameter “persn.not”. Did you mean “person.not”? | person.not
          q=a&q=b               | param.repeated | q               | The parameter “q” is given more than once; the first value counts. Give it once. | null
          to=1988&end_date=1988 | param.repeated | to              | The parameter “to” is given more than once; the first value counts. Give it once. | null
          syntax=lucine         | param.invalid  | syntax          | “lucine” is no value of “syntax”. Accepted: dateline, lucene.            | lucene
          collapse=duplicate    | param.invalid  | collapse        | “duplicate” is no value of “collapse”. Accepted: duplicates, none. | duplicates
          story=a\tb            | param.invalid  | story           | “a\tb” is no value of “story”. Accepted: the id of an article. | null
          story=a&story=b       | param.repeated | story           | The parameter “story” is given more than once; the first value counts. Give it once. | null
          suggest=maybe         | param.invalid  | suggest         | “maybe” is no value of “suggest”. Accepted: true, false. |
          match=al              | param.invalid  | match           | “al” is no value of “match”. Accepted: auto, all, any. | all
          order-by=newst        | param.invalid  | order-by        | “newst” is no value of “order-by”. Accepted: relevance, newest, oldest. | newest
          interval=fortnight    | param.invalid  | interval        | “fortnight” is no value of “interval”. Accepted: auto, day, week, month, year. | null
          in=headlines          | param.invalid  | in              | “headlines” is no value of “in”. Accepted: headline, lead, body, byline. | headline
          limit=101             | param.invalid  | limit           | “101” is no value of “limit”. Accepted: a number from 0 to 100. | null
          snippets=-1           | param.invalid  | snippets        | “-1” is no value of “snippets”. Accepted: a number from 0 to 10. | null
          facet.person.limit=0  | param.invalid  | facet.person.limit | “0” is no value of “facet.person.limit”. Accepted: a number from 1 to 1000. | null
          facet.tag.limit=5     | param.invalid  | facet.tag.limit | “5” is no value of “facet.tag.limit”. The facet is not asked for; add “tag” to facet. | null
          facet=persons,place,org,issue,source,section,date,person | param.invalid | facet | “persons” is no value of “facet”. Accepted: person, place, place_mention, org, issue, source, section, author, lang, type, tag, date, none. | person
          highlight=yes         | param.invalid  | highlight       | “yes” is no value of “highlight”. Accepted: true, false. | null
          tz=Mars               | param.invalid  | tz              | “Mars” is no value of “tz”. Accepted: a time zone such as Asia/Tokyo or +09:00. | null
          from=1987-02-30       | param.invalid  | from            | “1987-02-30” is no value of “from”. Accepted: YYYY, YYYY-MM, YYYY-MM-DD, an RFC 3339 time, or a time before today such as -7d, -3m or -1y. | null
          page=2                | param.invalid  | page            | “2” is no value of “page”. Pages have no numbers here; follow cursor. | null
          """)
  void leavesOutWhatItCannotRead(
      String queryString, String code, String parameter, String message, String suggestion) {
    List<ParameterProblem> problems = read(queryString, DoorDefaults.API).problems();

    String value = queryString.substring(queryString.lastIndexOf('=') + 1).split(",")[0];
    String full =
        message + (code.equals("param.unknown") && suggestion == null ? " Remove it." : "");
    assertEquals(List.of(new ParameterProblem(code, parameter, value, full, suggestion)), problems);
  }

  @Test
  void refusesAPageBeyondTheLastOffset() {
    assertEquals(10_000, read("page=501", DoorDefaults.PAGE).request().offset());
    assertEquals(
        List.of(
            new ParameterProblem(
                "param.invalid",
                "page",
                "502",
                "“502” is no value of “page”. Accepted: a number from 1 to 501.",
                null)),
        read("page=502", DoorDefaults.PAGE).problems());
  }

  @Test
  void refusesDatesThatExcludeEachOther() {
    assertEquals(
        List.of("“1987-02” is no value of “to”. It lies before from=1987-03; change the two."),
        messages("from=1987-03&to=1987-02"));
    assertEquals(
        List.of(
            "“true” is no value of “date.missing”. Articles without a date lie in no range; remove from and to."),
        messages("from=1987&date.missing=true"));
  }

  private static List<String> messages(String queryString) {
    return read(queryString, DoorDefaults.API).problems().stream()
        .map(ParameterProblem::message)
        .toList();
  }

  @Test
  void searchesTheBestReadingWhereTheDoorIsLenient() {
    assertEquals(true, read("q=%22a", DoorDefaults.PAGE).isLenient());
    assertEquals(false, read("q=%22a&lenient=false", DoorDefaults.PAGE).isLenient());
    assertEquals(
        "query.unbalanced-quote",
        read("q=%22a", DoorDefaults.API).request().query().problems().getFirst().code());
  }
}
