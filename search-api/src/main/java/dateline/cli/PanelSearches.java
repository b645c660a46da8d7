package dateline.cli;

import dateline.corpus.ArticleId;
import dateline.index.analyze.AnalyzedToken;
import dateline.index.analyze.FieldAnalysis;
import dateline.index.generation.Generation;
import dateline.index.learn.TermRarity;
import dateline.index.schema.ArticleField;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.engine.Facet;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.StoredArticle;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes searches out of what a generation holds, the same ones for the same generation: words that
/// are neither rare nor frequent, frequent values of fields, phrases, and headlines whose articles
/// must be found by them.
///
/// Whether an article answers one of them depends on that article alone, so that no total changes
/// by more than the articles that changed; `match=auto` would look at the rest of the archive too.
/// Values are listed oldest first, since new articles would fill the top of any other list.
final class PanelSearches {
  private static final int WORDS = 40;
  private static final int HEADLINES = 40;
  private static final int PHRASES = 12;
  private static final int HEADLINE_WORDS_MIN = 3;

  /// Of a word of middle rarity: at least and at most this part of the archive hold it.
  private static final int PART_LEAST = 2000;

  private static final int PART_MOST = 20;
  private static final int HELD_LEAST = 2;
  private static final int HELD_MOST_LEAST = 10;

  private static final List<ArticleField> FIELDS =
      List.of(
          ArticleField.PERSON,
          ArticleField.PLACE,
          ArticleField.ORG,
          ArticleField.ISSUE,
          ArticleField.SOURCE);

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{3,}");
  private static final Pattern PAIR = Pattern.compile("\\b\\p{L}{3,} \\p{L}{3,}\\b");

  private final LuceneEngine engine;
  private final RequestReader reader;
  private final Random random;

  /// @param engine answers from the generation
  private PanelSearches(LuceneEngine engine, RequestReader reader, Random random) {
    this.engine = engine;
    this.reader = reader;
    this.random = random;
  }

  static List<SearchRequest> of(Generation generation, LuceneEngine engine, RequestReader reader)
      throws IOException {
    var random = new Random(generation.name().hashCode());
    var panel = new PanelSearches(engine, reader, random);
    List<SearchRequest> words = panel.words(generation);
    var searches = new ArrayList<>(words);
    searches.addAll(panel.values());
    List<Hit> articles = panel.articles(words);
    searches.addAll(panel.phrases(articles));
    searches.addAll(panel.headlines(articles));
    return searches;
  }

  private List<SearchRequest> words(Generation generation) throws IOException {
    var terms = new ArrayList<String>();
    for (Twin twin : Twin.values()) {
      var table = TermRarity.read(generation.tables().resolve(twin.rarityFile()));
      long least = Math.max(HELD_LEAST, table.articles() / PART_LEAST);
      long most = Math.max(HELD_MOST_LEAST, table.articles() / PART_MOST);
      List<String> middle =
          table
              .terms()
              .filter(term -> term.articles() >= least && term.articles() <= most)
              .map(TermRarity.Counted::term)
              .filter(term -> LETTERS.matcher(term).matches())
              .toList();
      for (String term : middle) {
        if (isWord(term, twin)) {
          terms.add(term);
        }
      }
    }
    Collections.shuffle(terms, random);
    var found = new LinkedHashSet<>(terms.stream().distinct().limit(WORDS).toList());
    return found.stream().map(word -> request(Map.of("q", word, "match", "all"))).toList();
  }

  /// Stems are terms of the index; most of them are words whose stem they are, too.
  private static boolean isWord(String stem, Twin twin) throws IOException {
    String field = new TextField(Part.BODY, twin, Form.STEMMED).name();
    List<String> terms =
        FieldAnalysis.of(field, stem, "en").stream()
            .flatMap(analysis -> analysis.asked().stream())
            .map(AnalyzedToken::term)
            .toList();
    return terms.equals(List.of(stem));
  }

  private List<SearchRequest> values() throws IOException {
    var searches = new ArrayList<SearchRequest>();
    for (Facet facet :
        engine.search(reader.read(Map.of("limit", List.of("0"))).request()).facets()) {
      if (FIELDS.contains(facet.field())) {
        for (Facet.Item item : facet.items()) {
          searches.add(request(Map.of(facet.field().parameter(), item.value(), "sort", "oldest")));
        }
      }
    }
    return searches;
  }

  /// Different articles that have a headline, one of each word's best.
  private List<Hit> articles(List<SearchRequest> words) throws IOException {
    Map<ArticleId, Hit> articles = new LinkedHashMap<>();
    for (SearchRequest word : words) {
      List<Hit> hits =
          ask(word).stream()
              .filter(hit -> words(hit).size() >= HEADLINE_WORDS_MIN)
              .filter(hit -> !articles.containsKey(hit.id()))
              .toList();
      if (!hits.isEmpty()) {
        Hit hit = hits.get(random.nextInt(hits.size()));
        articles.put(hit.id(), hit);
      }
    }
    return List.copyOf(articles.values());
  }

  private List<Hit> ask(SearchRequest request) throws IOException {
    try {
      return engine.search(request).hits();
    } catch (SearchEngine.SearchTimeout _) { // the panel tells of it when it asks the same
      return List.of();
    }
  }

  private static List<String> words(Hit hit) {
    String headline = hit.headline() == null ? "" : hit.headline().toLowerCase(Locale.ROOT);
    return LETTERS.matcher(headline).results().map(MatchResult::group).toList();
  }

  private List<SearchRequest> headlines(List<Hit> articles) {
    return articles.stream()
        .limit(HEADLINES)
        .map(article -> request(Map.of("q", String.join(" ", words(article)), "match", "any")))
        .toList();
  }

  private List<SearchRequest> phrases(List<Hit> articles) throws IOException {
    Set<String> phrases = new LinkedHashSet<>();
    for (Hit hit : articles) {
      Optional<StoredArticle> article = engine.find(hit.id());
      List<String> pairs =
          article.stream()
              .flatMap(found -> PAIR.matcher(found.article().body()).results())
              .map(pair -> pair.group().toLowerCase(Locale.ROOT))
              .toList();
      if (phrases.size() < PHRASES && !pairs.isEmpty()) {
        phrases.add(pairs.get(random.nextInt(pairs.size())));
      }
    }
    return phrases.stream().map(phrase -> request(Map.of("q", '"' + phrase + '"'))).toList();
  }

  private SearchRequest request(Map<String, String> typed) {
    Map<String, List<String>> parameters = new HashMap<>();
    typed.forEach((name, value) -> parameters.put(name, List.of(value)));
    parameters.put("facet", List.of("none"));
    parameters.put("snippets", List.of("0"));
    parameters.put("limit", List.of(String.valueOf(EnginePanel.BEST)));
    return reader.read(parameters).request();
  }
}
