package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.IssueTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// Scores the issues of an article by the terms it uses.
///
/// An issue scores the sum over its distinct terms of weight × (1 + log10 of occurrences), where an
/// occurrence in a headline counts twice and one in the lead one and a half times. The sum is
/// divided by a length factor: 1 up to 300 words, then growing with the square root of the length,
/// because the number of distinct words in a text grows about so (Heaps 1978, section 7.5), and
/// with it the terms that a long story touches in passing.
final class IssueScorer {
  static final double ASSIGNED_FROM = 1.0;

  private static final double HEADLINE = 2;
  private static final double LEAD = 1.5;
  private static final int PLAIN_WORDS_MAX = 300;
  private static final String CASED = "caps:";

  private record Vote(int issue, double weight) {}

  private final Lexicon lexicon;
  private final Stems stems;
  private final NameTrie stemmed = new NameTrie();
  private final NameTrie cased = new NameTrie();
  private final List<List<Vote>> votes = new ArrayList<>();
  private final List<String> issues = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  IssueScorer(Gazetteer gazetteer, Lexicon lexicon, Stems stems) {
    this.lexicon = lexicon;
    this.stems = stems;
    gazetteer.issueTerms().stream()
        .map(IssueTerm::term)
        .filter(term -> term.indexOf(' ') < 0 && !term.startsWith(CASED))
        .forEach(stems::keepIfOverstemmed);
    var numbers = new HashMap<String, Integer>();
    for (IssueTerm term : gazetteer.issueTerms()) {
      int issue =
          numbers.computeIfAbsent(
              term.issueId(),
              id -> {
                issues.add(id);
                labels.add(gazetteer.label(id).orElse(id));
                return issues.size() - 1;
              });
      boolean isCased = term.term().startsWith(CASED);
      NameTrie trie = isCased ? cased : stemmed;
      int node = trie.add(isCased ? casedWords(term.term()) : stems(term.term()));
      if (trie.payload(node) == NameTrie.NONE) {
        trie.setPayload(node, votes.size());
        votes.add(new ArrayList<>(1));
      }
      votes.get(trie.payload(node)).add(new Vote(issue, term.weight()));
    }
  }

  /// Terms of stems.
  NameTrie stemmed() {
    return stemmed;
  }

  /// Terms as they are written.
  NameTrie cased() {
    return cased;
  }

  /// Assigned issues, the strongest first.
  List<FoundEntity> score(List<Tokens> zones) {
    var occurrences = new TermCounts();
    int words = 0;
    for (Tokens tokens : zones) {
      if (tokens.zone != Zone.DATELINE) {
        words += count(tokens, occurrences);
      }
    }
    double[] scores = new double[issues.size()];
    occurrences.forEach(term -> {
      double strength = 1 + Math.log10(occurrences.of(term));
      for (Vote vote : votes.get(term)) {
        scores[vote.issue()] += vote.weight() * strength;
      }
    });
    double length = Math.sqrt(Math.max(1, words / (double) PLAIN_WORDS_MAX));
    var found = new ArrayList<FoundEntity>();
    for (int issue = 0; issue < scores.length; issue++) {
      if (scores[issue] == 0) {
        continue; // as nearly all
      }
      double score = scores[issue] / length;
      if (score >= ASSIGNED_FROM) {
        found.add(
            new FoundEntity(
                EntityKind.ISSUE,
                issues.get(issue),
                labels.get(issue),
                null,
                true,
                score,
                List.of()));
      }
    }
    found.sort(
        Comparator.comparingDouble(FoundEntity::score).reversed().thenComparing(FoundEntity::key));
    return found;
  }

  /// Adds the weighed occurrences of each term; returns the number of words.
  private int count(Tokens tokens, TermCounts occurrences) {
    int words = 0;
    for (int i = 0; i < tokens.size; i++) {
      if (isSkipped(tokens, i)) {
        continue;
      }
      words++;
      if ((tokens.traits[i] & Traits.OPENS_TERM) != 0) {
        addStemmed(tokens, i, occurrences);
      }
      if ((tokens.traits[i] & Traits.OPENS_CASED_TERM) != 0) {
        addCased(tokens, i, occurrences);
      }
    }
    return words;
  }

  private void addStemmed(Tokens tokens, int start, TermCounts occurrences) {
    double weight = weight(tokens, start);
    int node = tokens.spellings[start].openings.term();
    add(stemmed, node, weight, occurrences);
    for (int i = start + 1; i < tokens.size && node != NameTrie.NONE; i++) {
      if (!isSkipped(tokens, i)) {
        boolean mayGoOn = (tokens.traits[i] & Traits.CONTINUES_TERM) != 0;
        node = mayGoOn ? stemmed.next(node, tokens.spellings[i].stem) : NameTrie.NONE;
        add(stemmed, node, weight, occurrences);
      }
    }
  }

  private void addCased(Tokens tokens, int start, TermCounts occurrences) {
    double weight = weight(tokens, start);
    int node = cased.first(written(tokens, start));
    add(cased, node, weight, occurrences);
    for (int i = start + 1; i < tokens.size && node != NameTrie.NONE; i++) {
      if (!isSkipped(tokens, i)) {
        node = cased.next(node, written(tokens, i));
        add(cased, node, weight, occurrences);
      }
    }
  }

  /// [Lexicon#UNKNOWN] where capitals say nothing.
  private static int written(Tokens tokens, int i) {
    boolean isWritten =
        Character.isLetterOrDigit(tokens.first(i)) && tokens.casings[i] != Tokens.Casing.CAPITALS;
    return isWritten ? tokens.spellings[i].asWritten : Lexicon.UNKNOWN;
  }

  private static void add(NameTrie trie, int node, double weight, TermCounts occurrences) {
    if (node != NameTrie.NONE && trie.payload(node) != NameTrie.NONE) {
      occurrences.add(trie.payload(node), weight);
    }
  }

  /// Hyphens and possessives stand between the words of a term.
  private static boolean isSkipped(Tokens tokens, int i) {
    return (tokens.traits[i] & Traits.MARKED) != 0
        && (tokens.first(i) == '\'' || (tokens.is(i, '-') && tokens.isGlued(i)));
  }

  private static double weight(Tokens tokens, int token) {
    return switch (tokens.zone) {
      case HEADLINE -> HEADLINE;
      case SUBHEAD, LEAD -> LEAD;
      case BODY, BYLINE, DATELINE -> Opening.holds(token) ? LEAD : 1;
    };
  }

  private int[] stems(String term) {
    String[] words = term.toLowerCase(Locale.ROOT).strip().split("[\\s-]+");
    int[] numbers = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = stems.add(words[i]);
    }
    return numbers;
  }

  private int[] casedWords(String term) {
    String[] words = term.substring(CASED.length()).strip().split("\\s+");
    int[] numbers = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = lexicon.add(words[i]);
    }
    return numbers;
  }
}
