package dateline.cli;

import dateline.corpus.ArticleId;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.schema.ArticleField;
import dateline.index.snapshot.SampleAnswer;
import dateline.index.snapshot.SampleSearches;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Facet;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks a home the searches by which a restore is proved: all articles from both ends with every
/// facet, each kind of entity, the most frequent value of every field as a filter, and the words of
/// headlines from both ends, ranked and as a phrase.
final class EngineSamples implements SampleSearches {
  private static final Duration SEARCH_MAX = Duration.ofMinutes(5);
  private static final int HEADLINES = 5;
  private static final int HEADLINE_WORDS = 6;
  private static final int PHRASE_WORDS = 2;

  private static final String ALL_FACETS =
      Stream.concat(
              Arrays.stream(ArticleField.values()).map(ArticleField::parameter), Stream.of("date"))
          .collect(Collectors.joining(","));

  @Override
  public List<SampleAnswer> choose(Path home, Instant at) throws IOException {
    try (LuceneEngine engine = open(home, at)) {
      var asked = new Asking(engine, at);
      SearchPage newest = asked.ask(Map.of("sort", "newest"));
      SearchPage oldest = asked.ask(Map.of("sort", "oldest"));
      for (String kind : List.of("person", "place", "org", "issue")) {
        asked.ask(Map.of("q", kind + ":any"));
      }
      for (Facet facet : newest.facets()) {
        if (!facet.items().isEmpty()) {
          asked.ask(Map.of(facet.field().parameter(), facet.items().getFirst().value()));
        }
      }
      for (String words : headlines(newest, oldest)) {
        asked.ask(Map.of("q", words));
        asked.ask(Map.of("q", words, "match", "any"));
        asked.ask(Map.of("q", '"' + phrase(words) + '"', "sort", "newest"));
      }
      return asked.answers;
    }
  }

  @Override
  public List<SampleAnswer> ask(Path home, List<Map<String, String>> searches, Instant at)
      throws IOException {
    try (LuceneEngine engine = open(home, at)) {
      var asked = new Asking(engine, at);
      for (Map<String, String> search : searches) {
        asked.ask(search);
      }
      return asked.answers;
    }
  }

  @Override
  public Set<String> findable(Path home, Collection<String> ids) throws IOException {
    var found = new TreeSet<String>();
    try (LuceneEngine engine = open(home, Instant.EPOCH)) {
      for (String id : ids) {
        if (engine.find(new ArticleId(id)).isPresent()) {
          found.add(id);
        }
      }
    }
    return found;
  }

  private static LuceneEngine open(Path home, Instant at) throws IOException {
    var engine =
        new LuceneEngine(home, Gazetteer.ofHome(home), Clock.fixed(at, ZoneOffset.UTC), SEARCH_MAX);
    try {
      engine.refresh();
      return engine;
    } catch (IOException e) {
      engine.close();
      throw e;
    }
  }

  /// Words of the first headlines of both lists, without what the query language reads as a sign.
  private static Set<String> headlines(SearchPage newest, SearchPage oldest) {
    var headlines = new LinkedHashSet<String>();
    for (SearchPage page : List.of(newest, oldest)) {
      for (Hit hit : page.hits().subList(0, Math.min(HEADLINES, page.hits().size()))) {
        String words = words(hit.headline() == null ? "" : hit.headline(), HEADLINE_WORDS);
        if (!words.isEmpty()) {
          headlines.add(words);
        }
      }
    }
    return headlines;
  }

  private static String phrase(String words) {
    return words(words, PHRASE_WORDS);
  }

  private static String words(String text, int most) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .limit(most)
        .collect(Collectors.joining(" "));
  }

  /// Searches that are asked one after the other, with what they found.
  private static final class Asking {
    private final LuceneEngine engine;
    private final RequestReader reader;
    private final List<SampleAnswer> answers = new ArrayList<>();

    Asking(LuceneEngine engine, Instant at) {
      this.engine = engine;
      reader = new RequestReader(DoorDefaults.PAGE, Clock.fixed(at, ZoneOffset.UTC));
    }

    SearchPage ask(Map<String, String> search) throws IOException {
      Map<String, List<String>> parameters = new LinkedHashMap<>();
      search.forEach((name, value) -> parameters.put(name, List.of(value)));
      parameters.putIfAbsent("facet", List.of(ALL_FACETS));
      parameters.put("snippets", List.of("0"));
      parameters.put("collapse", List.of("none")); // all that was recorded are articles
      SearchPage page = engine.search(reader.read(parameters).request());
      answers.add(
          new SampleAnswer(
              search,
              page.total(),
              page.hits().stream().map(hit -> hit.id().value()).toList(),
              facets(page)));
      return page;
    }

    private static Map<String, Map<String, Long>> facets(SearchPage page) {
      Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
      for (Facet facet : page.facets()) {
        Map<String, Long> counts = new LinkedHashMap<>();
        facet.items().forEach(item -> counts.put(item.value(), item.count()));
        facets.put(facet.field().parameter(), counts);
      }
      DateHistogram dates = page.dates();
      if (dates != null) {
        Map<String, Long> counts = new LinkedHashMap<>();
        dates.bars().forEach(bar -> counts.put(bar.value(), bar.count()));
        facets.put("date", counts);
      }
      return facets;
    }
  }
}
