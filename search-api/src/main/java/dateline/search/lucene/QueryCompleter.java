package dateline.search.lucene;

import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.schema.IndexNames;
import dateline.index.schema.PrintedPhrase;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.engine.Suggestions;
import dateline.search.query.Clause;
import dateline.search.query.Match;
import dateline.search.query.ParsedQuery;
import dateline.search.query.QueryParser;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Completes plain words with what the articles print.
///
/// The last word is completed by a word or continued by a phrase; a phrase may begin with words
/// typed before. Candidates are ranked by how many articles print them, or, behind other words, by
/// how many of those that hold the others do; the best of them are then counted as a search for all
/// their words counts.
final class QueryCompleter {
  private static final int PHRASE_WORDS_MAX = 4;

  /// Candidates looked at behind other words: enough to meet those that go with rare words.
  private static final int TOGETHER_MAX = 250;

  /// Candidates counted beyond the completions wanted: some turn out rarer than they looked.
  private static final int SPARE = 4;

  private static final Pattern WORD = Pattern.compile("[^ \\-\u2010\u2011]+");

  private final OpenGeneration generation;
  private final WordQueries allWords;

  QueryCompleter(OpenGeneration generation, RankingWeights weights) {
    this.generation = generation;
    this.allWords =
        new WordQueries(
            generation,
            weights,
            Match.ALL,
            EnumSet.allOf(TextZone.class),
            true,
            new AbsentWords(generation, true));
  }

  /// @param isWhole whether it is printed like that, with nothing typed before it
  /// @param count articles that print it, roughly
  private record Candidate(String text, boolean isWhole, int count) {}

  List<Suggestions.Query> complete(String typed, int limit) throws IOException {
    List<TextTerm> words = words(typed);
    if (words.isEmpty() || plainWords(typed).isEmpty()) {
      return List.of();
    }
    var completed = new ArrayList<Suggestions.Query>();
    for (String text : different(candidates(typed, words, limit), typed, limit + SPARE)) {
      long count = count(text);
      if (count > 0) {
        completed.add(new Suggestions.Query(text, count));
      }
    }
    completed.sort(
        Comparator.comparingLong(Suggestions.Query::count)
            .reversed()
            .thenComparing(Suggestions.Query::text));
    return completed.subList(0, Math.min(limit, completed.size()));
  }

  /// The first texts that differ in more than case or number from each other and from what was
  /// typed. One that is printed as a whole takes the place of its equal put together.
  private static Collection<String> different(List<Candidate> candidates, String typed, int most)
      throws IOException {
    Map<String, String> printed = new HashMap<>();
    for (Candidate candidate : candidates) {
      if (candidate.isWhole()) {
        printed.putIfAbsent(stems(candidate.text()), candidate.text());
      }
    }
    Map<String, String> different = new LinkedHashMap<>();
    String typedStems = stems(typed);
    for (Candidate candidate : candidates) {
      String stems = stems(candidate.text());
      boolean repeats = !candidate.isWhole() && holdsOneTwice(stems);
      if (!stems.equals(typedStems) && !repeats) {
        different.putIfAbsent(stems, printed.getOrDefault(stems, candidate.text()));
      }
      if (different.size() == most) {
        break;
      }
    }
    return different.values();
  }

  private static boolean holdsOneTwice(String stems) {
    List<String> each = List.of(stems.split(" "));
    return new HashSet<>(each).size() < each.size();
  }

  private List<Candidate> candidates(String typed, List<TextTerm> words, int limit)
      throws IOException {
    boolean isWordOver = words.getLast().end() < typed.length();
    var candidates = new ArrayList<Candidate>();
    for (int first = Math.max(0, words.size() - PHRASE_WORDS_MAX); first < words.size(); first++) {
      String before = typed.substring(0, words.get(first).start());
      String prefix =
          words.subList(first, words.size()).stream()
              .map(word -> word.text().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" ", "", isWordOver ? " " : ""));
      List<String> others = plainWords(before);
      if (others.isEmpty()) {
        for (Vocabulary.Entry entry : generation.vocabulary().top(prefix, 2 * (limit + SPARE))) {
          candidates.add(
              new Candidate(before + spelled(entry.phrase()), before.isBlank(), entry.count()));
        }
      } else {
        addTogether(others, before, prefix, candidates);
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::count).reversed());
    return candidates;
  }

  private void addTogether(
      List<String> others, String before, String prefix, List<Candidate> candidates)
      throws IOException {
    List<Vocabulary.Entry> entries = generation.vocabulary().top(prefix, TOGETHER_MAX);
    if (entries.isEmpty()) {
      return;
    }
    int[] together =
        new SharedArticles(generation, allWords.selected(others))
            .counts(IndexNames.PHRASES, entries.stream().map(Vocabulary.Entry::term).toList());
    for (int i = 0; i < together.length; i++) {
      if (together[i] > 0) {
        candidates.add(
            new Candidate(before + spelled(entries.get(i).phrase()), false, together[i]));
      }
    }
  }

  /// A phrase that only stands in headlines all in capitals is spelled word by word.
  private String spelled(PrintedPhrase phrase) {
    String spelling = phrase.spelling();
    String[] keys = phrase.key().split(" ");
    if (keys.length == 1 || spelling.codePoints().anyMatch(Character::isLowerCase)) {
      return spelling;
    }
    int[] word = {0};
    return WORD.matcher(spelling)
        .replaceAll(_ -> {
          String key = keys[Math.min(word[0]++, keys.length - 1)];
          return Matcher.quoteReplacement(generation.vocabulary().spelling(key).orElse(key));
        });
  }

  private long count(String text) throws IOException {
    List<String> words = plainWords(text);
    if (words.isEmpty()) {
      return 0;
    }
    return generation.searcher().count(allWords.selected(words));
  }

  /// The words of a query that is plain words and nothing else; else none.
  private static List<String> plainWords(String text) {
    ParsedQuery query = QueryParser.parse(text);
    return query.problems().isEmpty() && query.clause() instanceof Clause.Ranked(var words, _)
        ? words
        : List.of();
  }

  /// Each word once: other readings of the same text left out.
  private static List<TextTerm> words(String text) throws IOException {
    var words = new ArrayList<TextTerm>();
    for (TextTerm term : TextTerm.of(ArticleAnalyzers.names(), text)) {
      boolean isOther = !words.isEmpty() && words.getLast().position() == term.position();
      if (term.length() == 1 && !isOther) {
        words.add(term);
      }
    }
    return words;
  }

  /// Equal for texts that differ in case or number alone.
  private static String stems(String text) throws IOException {
    var field = new TextField(Part.BODY, Twin.ENGLISH, Form.STEMMED);
    return TextTerm.of(ArticleAnalyzers.of(field), text).stream()
        .filter(term -> term.length() == 1)
        .map(TextTerm::text)
        .collect(Collectors.joining(" "));
  }
}
