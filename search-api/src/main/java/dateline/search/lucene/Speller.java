package dateline.search.lucene;

import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.analyze.StopWords;
import dateline.search.engine.Relaxations;
import dateline.search.engine.Respelling;
import dateline.search.engine.SearchRequest;
import dateline.search.query.Match;
import dateline.search.query.ParsedQuery;
import dateline.search.query.WordExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proposes another spelling of a query whose words look like slips of the pen, when it finds more.
///
/// A word looks like a slip when no list of words or names has it and no article holds it, or few
/// print it, never as a name, while a word of the lists a slip away is far more frequent. A rare
/// name is none. What was meant is the word that [Meant] finds likeliest. The query in its new
/// spelling is then counted as any search is, under the same conditions, so that nothing is
/// proposed which a search would not find.
final class Speller {
  /// Words of a query that are looked up, from its beginning.
  static final int WORDS_MAX = 40;

  /// More words that look like slips are rather another language.
  static final int SLIPS_MAX = 3;

  /// Most spellings that are counted for one query.
  static final int TRIED_MAX = 3;

  /// Shorter words have too many neighbours.
  private static final int LENGTH_MIN = 4;

  /// Most articles with a word that is thought to be the slip of who wrote them.
  private static final int PRINTED_SLIP_MAX = 20;

  private static final int PRINTED_SLIP_LENGTH_MIN = 6;

  /// So short a word in capitals is an abbreviation.
  private static final int CAPITALS_MAX = 5;

  private final OpenGeneration generation;
  private final PrintedWords printed;
  private final Meant meant;

  Speller(OpenGeneration generation, RankingWeights weights) {
    this.generation = generation;
    this.printed = new PrintedWords(generation);
    this.meant = new Meant(generation, printed, weights);
  }

  /// A stretch of a query's word that looks like a slip, such as the second half of `indo-pacifc`.
  ///
  /// @param word as typed
  /// @param term as an analyzer gives it; as long as the stretch
  /// @param start in the word, in UTF-16 units
  /// @param held by so many articles
  private record Slip(String word, String term, int start, int held) {
    /// The word with what was meant, in the case of what was typed.
    String with(String meant) {
      int end = start + term.length();
      String typed = word.substring(start, end);
      return word.substring(0, start) + likeTyped(meant, typed) + word.substring(end);
    }

    private static String likeTyped(String meant, String typed) {
      if (typed.equals(typed.toUpperCase(Locale.ROOT))) {
        return meant.toUpperCase(Locale.ROOT);
      }
      int first = meant.offsetByCodePoints(0, 1);
      return Character.isUpperCase(typed.codePointAt(0))
          ? meant.substring(0, first).toUpperCase(Locale.ROOT) + meant.substring(first)
          : meant;
    }
  }

  /// Null where there is nothing to propose.
  ///
  /// @param found articles that the request finds
  /// @param count counts what other requests find
  @Nullable Respelling of(SearchRequest request, long found, Relaxations.Count count)
      throws IOException {
    ParsedQuery query = request.query();
    if (!query.problems().isEmpty()) {
      return null;
    }
    List<String> words = WordExchange.words(query.clause()).stream().distinct().toList();
    List<Slip> slips = slips(words);
    if (slips.isEmpty() || slips.size() > SLIPS_MAX) {
      return null;
    }
    Map<Slip, List<String>> meant = new LinkedHashMap<>();
    for (Slip slip : slips) {
      List<String> likely = this.meant.by(slip.term(), slip.held(), others(slip, words, slips));
      if (!likely.isEmpty()) {
        meant.put(slip, likely);
      }
    }
    long withAll = -1;
    for (int rank = 0; rank < TRIED_MAX && isNew(rank, meant); rank++) {
      Respelling proposed = respelled(request, meant, rank, count);
      if (proposed == null) {
        continue;
      }
      if (proposed.total() > found) {
        return proposed;
      }
      // a word that no article holds selects nothing, and its right spelling may select more
      // narrowly: then what counts are articles with all of the words
      withAll = withAll < 0 ? count.of(request.matching(Match.ALL)) : withAll;
      if (count.of(proposed.request().matching(Match.ALL)) > withAll) {
        return proposed;
      }
    }
    return null;
  }

  private static boolean isNew(int rank, Map<Slip, List<String>> meant) {
    return meant.values().stream().anyMatch(likely -> likely.size() > rank);
  }

  private List<Slip> slips(List<String> words) throws IOException {
    var slips = new ArrayList<Slip>();
    for (String word : words.subList(0, Math.min(WORDS_MAX, words.size()))) {
      int position = -1;
      for (TextTerm term : TextTerm.of(ArticleAnalyzers.names(), word)) {
        if (term.position() > position && term.length() == 1 && mayBeSlip(term, word)) {
          int held = printed.count(term.text());
          if (!printed.hold(term.text()) || isPrintedSlip(term.text(), held)) {
            slips.add(new Slip(word, term.text(), term.start(), held));
          }
        }
        position = term.position();
      }
    }
    return slips;
  }

  private boolean mayBeSlip(TextTerm term, String word) {
    String text = term.text();
    int end = term.start() + text.length();
    if (text.length() < LENGTH_MIN || end > term.end() || !isLatin(text)) {
      return false;
    }
    String typed = word.substring(term.start(), end);
    boolean isAbbreviation =
        text.length() <= CAPITALS_MAX && typed.equals(typed.toUpperCase(Locale.ROOT));
    return typed.equalsIgnoreCase(text)
        && !isAbbreviation
        && !isFunctionWord(text)
        && !generation.names().isWord(text);
  }

  private boolean isFunctionWord(String text) {
    return generation.twins().stream().anyMatch(twin -> StopWords.of(twin).contains(text));
  }

  /// Names are printed with a capital at least once.
  private boolean isPrintedSlip(String text, int held) throws IOException {
    String name = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return text.length() >= PRINTED_SLIP_LENGTH_MIN
        && held <= PRINTED_SLIP_MAX
        && held > 0
        && printed.countVerbatim(text) > 0
        && printed.countVerbatim(name) == 0;
  }

  /// The lists by which a right word is told from a slip have no others.
  private static boolean isLatin(String text) {
    return text.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
  }

  /// The other words that are no slips, nearest first.
  private static List<String> others(Slip slip, List<String> words, List<Slip> slips) {
    int at = words.indexOf(slip.word());
    var others = new ArrayList<String>();
    for (int away = 1; away < words.size(); away++) {
      for (int other : new int[] {at - away, at + away}) {
        if (other >= 0
            && other < words.size()
            && slips.stream().noneMatch(each -> each.word().equals(words.get(other)))) {
          others.add(words.get(other));
        }
      }
    }
    return others;
  }

  /// The search with the word of each slip that is likeliest but `rank`; null when it cannot be
  /// written so or finds nothing.
  private static @Nullable Respelling respelled(
      SearchRequest request, Map<Slip, List<String>> meant, int rank, Relaxations.Count count)
      throws IOException {
    Map<String, String> exchanged = new LinkedHashMap<>();
    // from the end of a word to its beginning, so that places stay
    for (Slip slip : List.copyOf(meant.keySet()).reversed()) {
      List<String> likely = Objects.requireNonNull(meant.get(slip));
      String chosen = likely.get(Math.min(rank, likely.size() - 1));
      String word = exchanged.getOrDefault(slip.word(), slip.word());
      exchanged.put(slip.word(), new Slip(word, slip.term(), slip.start(), 0).with(chosen));
    }
    ParsedQuery query = request.query();
    var words = new ArrayList<Respelling.Word>();
    for (Map.Entry<String, String> word : exchanged.entrySet()) {
      Optional<ParsedQuery> other = WordExchange.exchanged(query, word.getKey(), word.getValue());
      if (other.isPresent()) {
        query = other.get();
        words.addFirst(new Respelling.Word(word.getKey(), word.getValue()));
      }
    }
    if (words.isEmpty()) {
      return null;
    }
    SearchRequest asked = request.asking(query, request.filters(), request.dates());
    long total = count.of(asked);
    return total == 0 ? null : new Respelling(words, total, asked);
  }
}
