package dateline.search.oracle;

import dateline.index.schema.ArticleField;
import dateline.search.engine.Boost;
import dateline.search.engine.DateFilter;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Mode;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Suggestions;
import dateline.search.query.Match;
import dateline.search.query.QueryParser;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// Compares what two engines answer to somebody who types.
///
/// @param oracle is right
record LookupComparison(SearchEngine engine, SearchEngine oracle) {
  private static final int LIMIT = 8;

  /// Asks for values of each field within a request, and for completions of a random beginning.
  Optional<String> difference(SearchRequest within, Random random) throws IOException {
    for (ArticleField field : ArticleField.values()) {
      String prefix = random.nextInt(3) == 0 ? "" : beginning(random);
      var request = new FacetValues.Request(field, prefix, 1 + random.nextInt(12), within);
      FacetValues expected = oracle.values(request);
      FacetValues actual = engine.values(request);
      if (!expected.items().equals(actual.items())
          || expected.valuesTotal() != actual.valuesTotal()) {
        return Optional.of("values: right " + expected + "\nwrong " + actual);
      }
    }
    return differenceInSuggestions(within, beginning(random), random);
  }

  private Optional<String> differenceInSuggestions(
      SearchRequest within, String beginning, Random random) throws IOException {
    String typed =
        random.nextInt(3) == 0 ? oneOf(RandomArchive.WORDS, random) + " " + beginning : beginning;
    List<Suggestions.Entity> entities = oracle.suggest(typed, LIMIT).entities();
    Suggestions actual = engine.suggest(typed, LIMIT);
    if (!entities.equals(actual.entities())) {
      return Optional.of("“" + typed + "” right " + entities + "\nwrong " + actual.entities());
    }
    var seen = new HashSet<String>();
    for (Suggestions.Query query : actual.queries()) {
      long total = oracle.search(holdingAll(query.text(), within)).total();
      if (total != query.count() || total == 0) {
        return Optional.of("“" + typed + "” gave " + query + ", and " + total + " are right");
      }
      if (!seen.add(query.text().toLowerCase(Locale.ROOT))) {
        return Optional.of("“" + typed + "” gave " + query + " twice");
      }
    }
    return Optional.empty();
  }

  /// A search for all words of a text in the whole archive.
  private static SearchRequest holdingAll(String text, SearchRequest like) {
    return new SearchRequest(
        QueryParser.parse(text),
        Match.ALL,
        EnumSet.allOf(TextZone.class),
        List.of(),
        List.of(),
        DateFilter.NONE,
        null,
        like.zone(),
        like.sort(),
        like.collapse(),
        0,
        null,
        0,
        dateline.search.engine.FacetRequest.NONE,
        0,
        false,
        false,
        true,
        Mode.LEXICAL,
        Boost.NONE);
  }

  private static String beginning(Random random) {
    String whole =
        oneOf(
            switch (random.nextInt(5)) {
              case 0 -> RandomArchive.WORDS;
              case 1 -> RandomArchive.SOURCES;
              case 2 -> RandomArchive.AUTHORS;
              case 3 -> List.of("topics:japan", "nippon", "de", "news", "Deutschland", "br", "eur");
              default -> RandomArchive.NAMES;
            },
            random);
    return whole.substring(0, 1 + random.nextInt(whole.length()));
  }

  private static String oneOf(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
