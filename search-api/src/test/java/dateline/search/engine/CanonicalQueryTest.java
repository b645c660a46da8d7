package dateline.search.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.query.Match;
import dateline.search.query.QueryParser;
import dateline.search.query.TextZone;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalQueryTest {
  private static SearchRequest request(String queryString) {
    return RequestReaderTest.read(queryString, DoorDefaults.PAGE).request();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | collapse=duplicates&match=auto&sort=newest
          q=trade+war                          | collapse=duplicates&match=auto&q=trade%20war&sort=relevance
          q=%22AT%26T%22+C%2B%2B+%C3%A9        | collapse=duplicates&match=auto&q=%22AT%26T%22%20C%2B%2B%20%C3%A9&sort=relevance
          source=b&source=a&source=b           | collapse=duplicates&match=auto&sort=newest&source=a&source=b
          from=-7d                             | collapse=duplicates&from=1987-03-08&match=auto&sort=newest
          facet=none&limit=20                  | collapse=duplicates&facet=none&match=auto&sort=newest
          facet=date,org&facet.org.limit=3     | collapse=duplicates&facet=org,date&facet.org.limit=3&match=auto&sort=newest
          q=a%5E2&syntax=lucene                | collapse=duplicates&match=auto&q=a%5E2&sort=relevance&syntax=lucene
          story=wire/7&collapse=none           | collapse=none&match=auto&sort=newest&story=wire%2F7
          page=2&cursor=x                      | collapse=duplicates&match=auto&sort=newest
          """)
  void writesSortedDifferencesFromTheDefault(String queryString, String canonical) {
    assertEquals(canonical, CanonicalQuery.of(request(queryString)));
  }

  @Test
  void addressesChangedSearches() {
    String rest = "collapse=duplicates&match=auto&sort=newest";
    SearchRequest request = request("source=AP&source.not=TASS&from=1987&page=4");

    assertEquals(
        "collapse=duplicates&from=1987&match=auto&sort=newest&source=AP&source=TASS",
        CanonicalQuery.adding(request, ArticleField.SOURCE, "TASS"));
    assertEquals(
        "collapse=duplicates&from=1987&match=auto&sort=newest&source.not=AP&source.not=TASS",
        CanonicalQuery.excluding(request, ArticleField.SOURCE, "AP"));
    assertEquals(
        "collapse=duplicates&from=1987&match=auto&sort=newest&source.not=TASS",
        CanonicalQuery.removing(request, ArticleField.SOURCE, "AP"));
    assertEquals(rest + "&source=AP&source.not=TASS", CanonicalQuery.withoutDates(request));
    assertEquals(
        "collapse=duplicates&date.missing=true&match=auto&sort=newest&source=AP&source.not=TASS",
        CanonicalQuery.published(request, new DateFilter(null, null, true)));
    assertEquals(
        "collapse=duplicates&from=1987&match=auto&sort=oldest&source=AP&source.not=TASS",
        CanonicalQuery.sorted(request, Sort.OLDEST));
    assertEquals(
        "collapse=duplicates&cursor=a%2Fb&match=auto&sort=newest",
        CanonicalQuery.at(request(""), "a/b"));
    assertEquals(
        "collapse=duplicates&match=auto&page=2&sort=newest", CanonicalQuery.page(request(""), 2));
    assertEquals(rest, CanonicalQuery.page(request(""), 1));
  }

  @Test
  void liftsAFieldOrAsksAnew() {
    SearchRequest request = request("q=japam&source=AP&source.missing=true&from=1987");

    assertEquals(
        "collapse=duplicates&from=1987&match=auto&q=japam&sort=relevance",
        CanonicalQuery.without(request, ArticleField.SOURCE));
    assertEquals(
        "collapse=duplicates&from=1987&match=auto&q=japan&sort=relevance&source=AP&source.missing=true",
        CanonicalQuery.asking(request, "japan"));
  }

  @Test
  void foldsAndUnfolds() {
    SearchRequest folded = request("q=a&source=AP&page=3");
    SearchRequest story = request("q=a&source=AP&collapse=none&story=7");

    assertEquals(
        "collapse=none&match=auto&q=a&sort=relevance&source=AP",
        CanonicalQuery.folding(folded, Collapse.NONE));
    assertEquals(CanonicalQuery.of(story), CanonicalQuery.unfolding(folded, new ArticleId("7")));
    assertEquals(CanonicalQuery.of(folded), CanonicalQuery.withoutStory(story));
    assertEquals(
        "collapse=duplicates&match=auto&q=a&sort=relevance", CanonicalQuery.unconditioned(story));
  }

  @Test
  void readsBackAsTheSameSearchAtEveryDoor() {
    int seeds = System.getProperty("test.counts", "short").equals("long") ? 100_000 : 500;
    for (int seed = 0; seed < seeds; seed++) {
      SearchRequest request = new RandomRequests(new Random(seed)).request();
      String canonical = CanonicalQuery.of(request);

      String where =
          "seed %d: %s%n(all seeds: mvn -pl search-api -am verify -Dtest=CanonicalQueryTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.counts=long)"
              .formatted(seed, canonical);
      for (DoorDefaults door : List.of(DoorDefaults.PAGE, DoorDefaults.API)) {
        RequestReader.Reading reading = RequestReaderTest.read(canonical, door);
        assertEquals(List.of(), reading.problems(), where);
        assertEquals(request, reading.request(), where);
        assertEquals(canonical, CanonicalQuery.of(reading.request()), where);
      }
    }
  }

  private record RandomRequests(Random random) {
    private static final List<String> TEXTS =
        List.of("", "trade war", "\"a&b=c\" +d%20 -e", "日本 é 😀", "foo:bar (", "*");
    private static final List<String> VALUES = List.of("AP", "a,b", "x&y=z", "é", "+1 %");

    SearchRequest request() {
      return new SearchRequest(
          QueryParser.parse(pick(TEXTS)),
          pick(List.of(Match.values())),
          pick(List.of(Set.of(TextZone.LEAD, TextZone.BYLINE), Set.of(TextZone.values()))),
          filters(),
          values(),
          dates(),
          random.nextInt(4) > 0 ? null : new ArticleId(pick(VALUES)),
          pick(List.of(ZoneOffset.UTC, ZoneId.of("Asia/Tokyo"), ZoneOffset.ofHours(-5))),
          pick(List.of(Sort.values())),
          pick(List.of(Collapse.values())),
          random.nextInt(SearchRequest.LIMIT_MAX + 1),
          null,
          0,
          facets(),
          random.nextInt(SearchRequest.SNIPPETS_MAX + 1),
          random.nextBoolean(),
          random.nextBoolean(),
          random.nextBoolean(),
          random.nextBoolean() ? Mode.HYBRID : Mode.LEXICAL,
          random.nextBoolean() ? Boost.RECENT : Boost.NONE);
    }

    private List<Filter> filters() {
      var filters = new ArrayList<Filter>();
      for (ArticleField field : ArticleField.values()) {
        boolean isMissing = random.nextInt(9) == 0;
        var filter = new Filter(field, values(), values(), values(), isMissing);
        if (isMissing || !(filter.any() + "" + filter.all() + filter.not()).equals("[][][]")) {
          filters.add(filter);
        }
      }
      return filters;
    }

    private List<String> values() {
      return VALUES.stream().filter(_ -> random.nextInt(12) == 0).sorted().toList();
    }

    private DateFilter dates() {
      return switch (random.nextInt(4)) {
        case 0 -> DateFilter.NONE;
        case 1 -> new DateFilter(null, null, true);
        case 2 -> new DateFilter(null, Published.parse("1987-03-02T09:21:00Z"), false);
        default -> new DateFilter(Published.parse("1987"), Published.parse("1988-02-29"), false);
      };
    }

    private FacetRequest facets() {
      if (random.nextInt(4) == 0) {
        return pick(List.of(FacetReader.DEFAULT, FacetRequest.NONE));
      }
      var limits = new LinkedHashMap<ArticleField, Integer>();
      for (int count = random.nextInt(4); count > 0; count--) {
        limits.put(pick(List.of(ArticleField.values())), pick(List.of(1, 10, 1000)));
      }
      boolean hasDates = random.nextBoolean();
      return new FacetRequest(limits, hasDates ? pick(List.of(Interval.values())) : null);
    }

    private <T> T pick(List<T> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
