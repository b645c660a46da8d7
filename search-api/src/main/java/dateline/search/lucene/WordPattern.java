package dateline.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/// A word with wildcards or slips, matched against unstemmed words. Case and accents do not count,
/// and two letters that changed places are one slip.
final class WordPattern {
  /// Most words of the index that a pattern stands for in one field: those that most articles hold.
  static final int WORDS_MAX = 1_000;

  private static final Comparator<Held> COMMONEST_LAST =
      Comparator.comparingInt(Held::articles)
          .thenComparing(Comparator.comparing(Held::word).reversed());

  private final Automaton automaton;
  private final CharacterRunAutomaton runner;

  private record Held(String word, int articles) {}

  /// @param pattern as [dateline.search.query.Span.Wildcard] has it
  WordPattern(String pattern) {
    int slips = pattern.indexOf('~');
    automaton =
        slips < 0
            ? withWildcards(folded(pattern))
            : new LevenshteinAutomata(folded(pattern.substring(0, slips)), true)
                .toAutomaton(Integer.parseInt(pattern.substring(slips + 1)));
    runner = new CharacterRunAutomaton(automaton);
  }

  private static Automaton withWildcards(String pattern) {
    var parts = new ArrayList<Automaton>();
    pattern
        .codePoints()
        .forEach(sign ->
            parts.add(
                switch (sign) {
                  case '?' -> Automata.makeAnyChar();
                  case '*' -> Automata.makeAnyString();
                  default -> Automata.makeChar(sign);
                }));
    return Operations.determinize(
        Operations.concatenate(parts), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
  }

  /// As the analyzers fold words.
  private static String folded(String word) {
    char[] letters = word.toCharArray();
    var folded = new char[4 * letters.length];
    int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
    return new String(folded, 0, length).toLowerCase(Locale.ROOT).replaceAll("\\p{Mn}+", "");
  }

  boolean fits(String word) {
    return runner.run(word);
  }

  /// The words of a field that it stands for, in order.
  List<String> words(IndexReader reader, String field) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return List.of();
    }
    var commonest = new PriorityQueue<>(COMMONEST_LAST);
    TermsEnum each = new CompiledAutomaton(automaton, false, true).getTermsEnum(terms);
    for (BytesRef term; (term = each.next()) != null; ) {
      commonest.add(new Held(term.utf8ToString(), each.docFreq()));
      if (commonest.size() > WORDS_MAX) {
        commonest.remove();
      }
    }
    return commonest.stream().map(Held::word).sorted().toList();
  }
}
