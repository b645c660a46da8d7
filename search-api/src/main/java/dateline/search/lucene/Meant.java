package dateline.search.lucene;

import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.analyze.StopWords;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.query.Match;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.apache.lucene.search.Query;

/// The words that somebody may have meant who typed one that is none, likeliest first.
///
/// Among the words of the archive that one slip leads from, or a missing space, the likeliest is
/// that for which √(articles that hold it) × (how likely the slip is, [SlipCost]) is largest. Where
/// other words stand beside it, articles count that hold those too. Two slips are thought of in
/// long words alone, when one explains nothing, and never in the first letter.
final class Meant {
  /// Most candidates that are counted together with other words.
  static final int WEIGHED_MAX = 8;

  /// Other words that a candidate is counted with: the nearest.
  private static final int OTHERS_MAX = 2;

  /// One in a hundred prints of a word may well be a slip.
  private static final int FAR_MORE_FREQUENT = 100;

  private static final int TWO_SLIPS_LENGTH_MIN = 7;
  private static final int PART_LENGTH_MIN = 3;
  private static final int ENDING_LENGTH = 2;

  /// Searches are for what articles are about, and hold function words twenty times more rarely
  /// than texts do.
  private static final double FUNCTION_WORD = 3;

  /// As what power the frequency in texts counts: the words of searches differ less in theirs.
  private static final double FREQUENCY = 0.5;

  /// A word of one article alone that no list has may be a slip itself.
  private static final int COUNT_MIN = 2;

  private static final StopWords FUNCTION_WORDS = StopWords.of(Twin.ENGLISH);
  private static final TextField STEMMED = new TextField(Part.BODY, Twin.ENGLISH, Form.STEMMED);

  private final OpenGeneration generation;
  private final PrintedWords printed;
  private final AbsentWords absent;
  private final WordQueries allWords;

  Meant(OpenGeneration generation, PrintedWords printed, RankingWeights weights) {
    this.generation = generation;
    this.printed = printed;
    this.absent = new AbsentWords(generation, true);
    this.allWords =
        new WordQueries(
            generation, weights, Match.ALL, EnumSet.allOf(TextZone.class), true, absent);
  }

  /// @param text a word, or two with a space between
  /// @param count articles that hold it
  /// @param cost of the slips, in nats
  private record Candidate(String text, int count, double cost) {
    double likelihood(double articles) {
      return FREQUENCY * Math.log(articles)
          - cost
          - (FUNCTION_WORDS.contains(text) ? FUNCTION_WORD : 0);
    }
  }

  /// None where the likeliest has the same stem, so that a search finds it already.
  ///
  /// @param typed in small letters
  /// @param held by so many articles; then what was meant must be far more frequent
  /// @param others words of the query, nearest first
  List<String> by(String typed, int held, List<String> others) throws IOException {
    List<Candidate> candidates = candidates(typed, 1);
    if (held > 0) {
      candidates.removeIf(each ->
          each.count() / FAR_MORE_FREQUENT < held || !generation.names().isWord(each.text()));
    } else {
      addParts(typed, candidates);
    }
    if (held == 0 && candidates.isEmpty() && typed.length() >= TWO_SLIPS_LENGTH_MIN) {
      candidates = candidates(typed, 2);
    }
    List<String> likely = weighed(candidates, others).stream().map(Candidate::text).toList();
    return likely.isEmpty() || stems(likely.getFirst()).equals(stems(typed)) ? List.of() : likely;
  }

  private List<Candidate> candidates(String typed, int slips) throws IOException {
    var candidates = new ArrayList<Candidate>();
    for (String word : printed.near(typed, slips, PrintedWords.NEAR_MAX)) {
      boolean isLikely = slips == 1 || word.charAt(0) == typed.charAt(0);
      int count = isLikely ? count(word, typed, slips) : 0;
      if (count > 0
          && word.chars().allMatch(Character::isLetter)
          && (FUNCTION_WORDS.contains(word) || printed.areShown(word))) {
        candidates.add(new Candidate(word, count, SlipCost.of(word, typed)));
      }
    }
    return candidates;
  }

  /// Articles with a word, 0 for one that may be no word. What looks like a slip in another
  /// language than English may be a form that no list has, where what differs is the end.
  private int count(String word, String typed, int slips) throws IOException {
    int count = printed.count(word);
    if (count > 0 && generation.names().isWord(word)) {
      return count;
    }
    int other = slips == 1 && isOfOneForm(word, typed) ? printed.countOther(word) : 0;
    int most = Math.max(slips == 1 ? count : 0, other);
    return most < COUNT_MIN ? 0 : most;
  }

  /// Letters that changed places are no ending of another form.
  private static boolean isOfOneForm(String word, String typed) {
    return word.endsWith(typed.substring(typed.length() - ENDING_LENGTH))
        || (word.length() == typed.length()
            && Arrays.equals(word.chars().sorted().toArray(), typed.chars().sorted().toArray()));
  }

  /// Two words that stand side by side in articles.
  private void addParts(String typed, List<Candidate> candidates) throws IOException {
    for (int end = PART_LENGTH_MIN; end <= typed.length() - PART_LENGTH_MIN; end++) {
      String first = typed.substring(0, end);
      String second = typed.substring(end);
      if (printed.areShown(first) && printed.areShown(second)) {
        int count = printed.count(first, second);
        if (count >= COUNT_MIN) {
          candidates.add(new Candidate(first + " " + second, count, SlipCost.SLIP));
        }
      }
    }
  }

  private List<Candidate> weighed(List<Candidate> candidates, List<String> others)
      throws IOException {
    List<Candidate> likely =
        candidates.stream()
            .sorted(order(candidate -> candidate.likelihood(candidate.count())))
            .limit(WEIGHED_MAX)
            .toList();
    List<String> beside = held(others);
    if (likely.size() < 2 || beside.isEmpty()) {
      return likely;
    }
    record Weighed(Candidate candidate, double likelihood) {}
    var weighed = new ArrayList<Weighed>();
    double articles = Math.max(1, generation.reader().numDocs());
    for (Candidate candidate : likely) {
      // a word that stands beside none of the others is as likely as it is frequent
      double together = together(candidate, beside) + candidate.count() / articles;
      weighed.add(new Weighed(candidate, candidate.likelihood(together)));
    }
    return weighed.stream()
        .sorted(
            Comparator.comparingDouble(Weighed::likelihood)
                .reversed()
                .thenComparing(each -> each.candidate().text()))
        .map(Weighed::candidate)
        .toList();
  }

  private static Comparator<Candidate> order(java.util.function.ToDoubleFunction<Candidate> of) {
    return Comparator.comparingDouble(of).reversed().thenComparing(Candidate::text);
  }

  private List<String> held(List<String> others) throws IOException {
    var held = new ArrayList<String>();
    for (String other : others) {
      if (held.size() < OTHERS_MAX && !FUNCTION_WORDS.contains(other) && !absent.contains(other)) {
        held.add(other);
      }
    }
    return held;
  }

  private int together(Candidate candidate, List<String> others) throws IOException {
    var words = new ArrayList<>(others);
    words.addAll(List.of(candidate.text().split(" ")));
    Query query = allWords.selected(words);
    return generation.searcher().count(query);
  }

  private static String stems(String word) throws IOException {
    return String.join(
        " ", TextTerm.of(ArticleAnalyzers.of(STEMMED), word).stream().map(TextTerm::text).toList());
  }
}
