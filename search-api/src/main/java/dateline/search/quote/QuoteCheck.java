package dateline.search.quote;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Sentences;
import dateline.corpus.Zone;
import dateline.corpus.difference.TextDifference;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.StoredArticle;
import dateline.search.engine.VersionText;
import dateline.search.quote.QuoteVerdict.Kind;
import dateline.search.quote.QuoteVerdict.Place;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks a quotation up: in all versions of one article and of those near-identical to it, or in
/// the articles that a search finds by its words.
///
/// Only what is printed as a whole in one text counts as verbatim, and only as much text as the
/// publisher lets be shown is looked at.
public record QuoteCheck(SearchEngine engine, ArticleTexts texts, Clock clock) {
  /// Of a quotation, in UTF-16 units.
  public static final int LENGTH_MAX = 2000;

  /// Shorter ones are in every archive by chance.
  public static final int WORDS_MIN = 3;

  private static final int CANDIDATES = 20;

  /// A word may hold a sign that parts others, as 50,000 and O'Neill do.
  private static final String NO_PART_OF_A_WORD = "[^\\p{L}\\p{M}\\p{N}.,'’-]+";

  private static final String AROUND_A_WORD = "^[^\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$";

  private static final double ALTERED_MIN = 0.5;

  /// Whether a text can be looked up.
  public static boolean isPossible(String quote) {
    return quote.length() <= LENGTH_MAX && WordFit.words(quote).size() >= WORDS_MIN;
  }

  /// @param quote one that [#isPossible]
  /// @param article where it is said to stand; null for anywhere
  public QuoteVerdict check(String quote, @Nullable ArticleId article) throws IOException {
    String bare = PrintedText.of(quote).bare();
    List<ArticleId> candidates = article == null ? candidates(bare) : family(article);
    var verbatim = new ArrayList<Place>();
    for (ArticleId candidate : candidates) {
      verbatim.addAll(verbatim(bare, candidate));
    }
    return verbatim.isEmpty()
        ? altered(bare, candidates)
        : new QuoteVerdict(Kind.VERBATIM, verbatim, null);
  }

  private List<ArticleId> family(ArticleId article) throws IOException {
    var family = new LinkedHashSet<ArticleId>();
    Optional<StoredArticle> stored = texts.find(article);
    if (stored.isPresent()) {
      family.add(article);
      stored.get().copies().stream().map(Hit::id).forEach(family::add);
    }
    return List.copyOf(family);
  }

  /// Those that print it as it is, then those that hold most of its words.
  private List<ArticleId> candidates(String bare) throws IOException {
    String words =
        Arrays.stream(bare.replaceAll(NO_PART_OF_A_WORD, " ").split(" "))
            .map(word -> word.replaceAll(AROUND_A_WORD, ""))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    var found = new LinkedHashSet<ArticleId>();
    addFound("=\"" + words + "\"", "all", found);
    addFound("\"" + words + "\"", "all", found);
    addFound(words, "auto", found);
    return List.copyOf(found);
  }

  private void addFound(String query, String match, Set<ArticleId> found) throws IOException {
    var request =
        new RequestReader(DoorDefaults.PAGE, clock)
            .read(
                Map.of(
                    "q", List.of(query),
                    "match", List.of(match),
                    "sort", List.of("relevance"),
                    "limit", List.of(Integer.toString(CANDIDATES))))
            .request();
    engine.search(request.exporting(CANDIDATES)).hits().stream().map(Hit::id).forEach(found::add);
  }

  private List<Place> verbatim(String bare, ArticleId id) throws IOException {
    var places = new ArrayList<Place>();
    for (VersionText version : versions(id)) {
      for (Zone zone : Zone.values()) {
        var printed = PrintedText.of(version.article().text(zone));
        PrintedText.Stretch stretch = printed.find(bare);
        if (stretch != null) {
          places.add(place(version, zone, printed.text(), stretch.start(), stretch.end()));
          break;
        }
      }
    }
    return places;
  }

  private QuoteVerdict altered(String bare, List<ArticleId> candidates) throws IOException {
    List<WordFit.Word> words = WordFit.words(bare);
    QuoteVerdict best = QuoteVerdict.NOWHERE;
    double share = ALTERED_MIN;
    for (ArticleId id : candidates) {
      for (VersionText version : versions(id)) {
        for (Zone zone : Zone.values()) {
          String text = version.article().text(zone);
          WordFit.Fit fit = WordFit.of(words, WordFit.words(text));
          if (fit != null && fit.share() > share) {
            share = fit.share();
            Place place = place(version, zone, text, fit.start(), fit.end());
            best =
                new QuoteVerdict(
                    Kind.ALTERED, List.of(place), TextDifference.between(place.text(), bare));
          }
        }
      }
    }
    return best;
  }

  /// Latest first.
  private List<VersionText> versions(ArticleId id) throws IOException {
    var versions = new ArrayList<VersionText>();
    for (ArticleVersion version : texts.versions(id).reversed()) {
      texts.version(id, version.number()).ifPresent(versions::add);
    }
    return versions;
  }

  private static Place place(VersionText version, Zone zone, String text, int start, int end) {
    Article article = version.article();
    List<Sentences.Sentence> all = Sentences.of(text);
    int number = 0;
    while (number + 1 < all.size() && all.get(number + 1).start() <= start) {
      number++;
    }
    Sentences.Sentence sentence = all.get(number);
    return new Place(
        article.id(),
        version.version().number(),
        version.version().isCurrent(),
        zone,
        number,
        SentenceHash.of(text.substring(sentence.start(), sentence.end())),
        text.substring(start, end));
  }
}
