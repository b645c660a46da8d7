package dateline.search.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// A term as an analyzer cuts it out of a text.
///
/// @param position of the word, from 0
/// @param length words that it stands for: 1, or more for a compound written closed
/// @param typed the stretch of the text
/// @param start where it stands there, in UTF-16 units
record ScanTerm(String text, int position, int length, String typed, int start) {
  int end() {
    return start + typed.length();
  }

  static List<ScanTerm> of(Analyzer analyzer, String text) {
    var terms = new ArrayList<ScanTerm>();
    try (var stream = analyzer.tokenStream("any", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      var length = stream.addAttribute(PositionLengthAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        String typed = text.substring(offset.startOffset(), offset.endOffset());
        terms.add(
            new ScanTerm(
                term.toString(),
                position,
                length.getPositionLength(),
                typed,
                offset.startOffset()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory can be read", e);
    }
    return terms;
  }

  /// Single words by their position.
  static TreeMap<Integer, Set<String>> wordsByPosition(List<ScanTerm> terms) {
    var words = new TreeMap<Integer, Set<String>>();
    for (ScanTerm term : terms) {
      if (term.length == 1) {
        words.computeIfAbsent(term.position, _ -> new TreeSet<>()).add(term.text);
      }
    }
    return words;
  }

  /// All terms by the position at which they begin, compounds included.
  static Map<Integer, Set<String>> byPosition(List<ScanTerm> terms) {
    var all = new TreeMap<Integer, Set<String>>();
    terms.forEach(term -> all.computeIfAbsent(term.position, _ -> new TreeSet<>()).add(term.text));
    return all;
  }

  /// The ways to read a phrase: word by word, and with its compounds closed.
  static List<List<Set<String>>> readings(List<ScanTerm> terms) {
    TreeMap<Integer, Set<String>> words = wordsByPosition(terms);
    var closed = new ArrayList<Set<String>>();
    int next = 0;
    for (Map.Entry<Integer, Set<String>> word : words.entrySet()) {
      int position = word.getKey();
      if (position < next) {
        continue;
      }
      Set<String> reading = word.getValue();
      for (ScanTerm term : terms) {
        if (term.position == position && term.length > 1) {
          reading = Set.of(term.text);
          next = position + term.length;
        }
      }
      closed.add(reading);
    }
    return words.isEmpty() ? List.of() : List.of(List.copyOf(words.values()), closed);
  }
}
