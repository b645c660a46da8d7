package dateline.search.oracle;

import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.analyze.StopWords;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A plain word of a query. An article holds it when it holds one of the terms; a part of a
/// compound may also stand there closed.
///
/// @param start where it stands in the query, in UTF-16 units
/// @param stems terms in the text
/// @param plains terms in the byline, and by which function words are known
record ScanWord(String typed, int start, Set<String> stems, Set<String> plains) {
  int end() {
    return start + typed.length();
  }

  /// The different content words, or the function words where there are no others.
  static List<ScanWord> of(List<String> typed, Twin twin) {
    String text = String.join(" ", typed);
    List<ScanTerm> stems = terms(text, twin, Form.STEMMED);
    List<ScanTerm> plains = terms(text, twin, Form.PLAIN);
    var all = new ArrayList<ScanWord>();
    for (int position : ScanTerm.wordsByPosition(stems).keySet()) {
      ScanTerm word =
          stems.stream()
              .filter(term -> term.position() == position && term.length() == 1)
              .findFirst()
              .orElseThrow();
      all.add(
          new ScanWord(
              word.typed(), word.start(), covering(stems, position), covering(plains, position)));
    }
    StopWords stopWords = StopWords.of(twin);
    List<ScanWord> content =
        all.stream()
            .filter(word -> !word.plains.stream().allMatch(stopWords::contains))
            .map(word -> word.without(stopWords))
            .toList();
    return distinct(content.isEmpty() ? all : content);
  }

  /// How many words a text has.
  static int positions(String text, Twin twin) {
    return ScanTerm.wordsByPosition(terms(text, twin, Form.STEMMED)).size();
  }

  private static List<ScanTerm> terms(String text, Twin twin, Form form) {
    return ScanTerm.of(ArticleAnalyzers.of(new TextField(Part.BODY, twin, form)), text);
  }

  private static Set<String> covering(List<ScanTerm> terms, int position) {
    var covering = new TreeSet<String>();
    for (ScanTerm term : terms) {
      if (term.position() <= position && position < term.position() + term.length()) {
        covering.add(term.text());
      }
    }
    return covering;
  }

  private ScanWord without(StopWords stopWords) {
    var keptPlains = new TreeSet<>(plains);
    keptPlains.removeIf(stopWords::contains);
    var keptStems = new TreeSet<>(stems);
    keptStems.removeIf(stem -> plains.contains(stem) && stopWords.contains(stem));
    return new ScanWord(typed, start, keptStems, keptPlains);
  }

  private static List<ScanWord> distinct(List<ScanWord> words) {
    var seen = new HashSet<Set<String>>();
    return words.stream().filter(word -> seen.add(word.stems)).toList();
  }
}
