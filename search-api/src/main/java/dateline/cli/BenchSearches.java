package dateline.cli;

import dateline.corpus.Article;
import dateline.search.baseline.PlainLucene;
import dateline.search.bench.Contender;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes searches of three kinds from the words of some articles, for both sides.
final class BenchSearches {
  /// What is asked.
  enum Kind {
    WORD("one frequent word"),
    WORDS("two to four words"),
    FACETED("phrase or AND; filter, facets");

    final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  private static final int COUNT = 60;
  private static final int LIMIT = 10;

  /// Shorter ones may be stop words of the baseline, whose longest have five letters.
  private static final Pattern WORD = Pattern.compile("\\b[a-z]{6,}\\b");

  private static final Pattern PAIR = Pattern.compile("\\b[a-z]{6,} [a-z]{6,}\\b");

  /// Words in so many of the articles, from the most frequent one down, are frequent.
  private static final int FREQUENT = 200;

  private final SplittableRandom random;
  private final List<String> texts;
  private final List<String> frequent;
  private final RequestReader reader = new RequestReader(DoorDefaults.API, Clock.systemUTC());

  BenchSearches(List<Article> sample, int seed) {
    random = new SplittableRandom(seed);
    texts = sample.stream().map(Article::body).filter(body -> PAIR.matcher(body).find()).toList();
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      words(WORD, text).distinct().forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    frequent =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(FREQUENT)
            .map(Map.Entry::getKey)
            .toList();
  }

  /// The same searches for Dateline and for the baseline.
  record Sides(Contender dateline, Contender baseline) {}

  Sides of(Kind kind, SearchEngine engine, PlainLucene plain) {
    var dateline = new ArrayList<Contender.Search>();
    var baseline = new ArrayList<Contender.Search>();
    for (int i = 0; i < COUNT; i++) {
      Asked asked = ask(kind, i % 2 == 0, plain);
      dateline.add(() -> engine.search(asked.request()).hits().size());
      baseline.add(() -> plain.search(asked.question(), LIMIT).size());
    }
    return new Sides(new Contender(dateline), new Contender(baseline));
  }

  /// One search in the terms of either side.
  private record Asked(SearchRequest request, PlainLucene.Question question) {}

  private Asked ask(Kind kind, boolean isPhrase, PlainLucene plain) {
    return switch (kind) {
      case WORD -> {
        String word = one(frequent);
        yield new Asked(plainly(word), plain.any(word));
      }
      case WORDS -> {
        String words = mixed(2 + random.nextInt(3));
        yield new Asked(plainly(words), plain.any(words));
      }
      case FACETED -> {
        if (isPhrase) {
          String words = one(words(PAIR, one(texts)).toList());
          yield new Asked(faceted('"' + words + '"'), plain.phrase(words));
        }
        String words = mixed(2);
        yield new Asked(faceted(words.replace(" ", " AND ")), plain.all(words));
      }
    };
  }

  /// Hits alone, any of the words.
  private SearchRequest plainly(String words) {
    return request(
        Map.of("q", words, "match", "any", "facet", "none", "snippets", "0", "limit", "" + LIMIT));
  }

  /// What the page asks, with a filter.
  private SearchRequest faceted(String query) {
    return request(Map.of("q", query, "section", "World", "from", "1960", "limit", "" + LIMIT));
  }

  private SearchRequest request(Map<String, String> typed) {
    Map<String, List<String>> parameters = new HashMap<>();
    typed.forEach((name, value) -> parameters.put(name, List.of(value)));
    RequestReader.Reading reading = reader.read(parameters);
    if (!reading.problems().isEmpty() || !reading.request().query().problems().isEmpty()) {
      throw new IllegalStateException("a search that cannot be read: " + typed);
    }
    return reading.request();
  }

  /// Words of one article, rare and frequent as they come.
  private String mixed(int count) {
    List<String> words = words(WORD, one(texts)).distinct().toList();
    return String.join(" ", Stream.generate(() -> one(words)).limit(count).toList());
  }

  private static Stream<String> words(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
