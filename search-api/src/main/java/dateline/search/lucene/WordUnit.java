package dateline.search.lucene;

import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.analyze.StopWords;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One content word of a query in one language's analysis: an article has it when it has any of the
/// terms.
///
/// @param text all words of the query
/// @param start of the word in the text that it comes from, in UTF-16 units
/// @param end exclusive
/// @param times the query holds it
/// @param stems terms in the stemmed fields; more than one where a compound may be written closed
/// @param lights terms in the lightly stemmed fields; none where the language has no such fields
/// @param plains terms in the byline, and by which function words are known
record WordUnit(
    String text,
    int start,
    int end,
    int times,
    Set<String> stems,
    Set<String> lights,
    Set<String> plains) {
  /// As it was typed.
  String typed() {
    return text.substring(start, end);
  }

  /// Words that follow each other, with what stands between them.
  static String typed(List<WordUnit> words) {
    return words.getFirst().text.substring(words.getFirst().start, words.getLast().end);
  }

  /// Analyses plain words together. Function words are dropped as long as a content word is left; a
  /// word that is there twice is one, and knows it.
  ///
  /// @param variants whose forms of one word for one word become terms of it
  static List<WordUnit> of(List<String> words, Twin twin, Variants variants) throws IOException {
    var units = new ArrayList<WordUnit>();
    for (WordUnit unit : of(words, twin)) {
      units.add(unit.with(variants.of(unit.typed()), twin));
    }
    return units;
  }

  private WordUnit with(Set<String> others, Twin twin) throws IOException {
    if (others.isEmpty()) {
      return this;
    }
    var allStems = new LinkedHashSet<>(stems);
    var allLights = new LinkedHashSet<>(lights);
    for (String other : others) {
      List<WordUnit> read = of(List.of(other), twin);
      if (read.size() == 1 && read.getFirst().typed().equals(other)) {
        allStems.addAll(read.getFirst().stems);
        allLights.addAll(read.getFirst().lights);
      }
    }
    return new WordUnit(text, start, end, times, allStems, allLights, plains);
  }

  /// Without other forms.
  static List<WordUnit> of(List<String> words, Twin twin) throws IOException {
    String text = String.join(" ", words);
    List<TextTerm> stems =
        TextTerm.of(ArticleAnalyzers.of(new TextField(Part.BODY, twin, Form.STEMMED)), text);
    List<TextTerm> lights =
        twin.hasLightStems()
            ? TextTerm.of(ArticleAnalyzers.of(new TextField(Part.BODY, twin, Form.LIGHT)), text)
            : List.of();
    List<TextTerm> plains =
        TextTerm.of(ArticleAnalyzers.of(new TextField(Part.BODY, twin, Form.PLAIN)), text);
    StopWords stopWords = StopWords.of(twin);
    Map<Set<String>, WordUnit> content = new LinkedHashMap<>();
    Map<Set<String>, WordUnit> all = new LinkedHashMap<>();
    for (int i = 0; i < stems.size(); i++) {
      if (stems.get(i).length() > 1 || isSecond(stems, i)) {
        continue;
      }
      int position = stems.get(i).position();
      var unit =
          new WordUnit(
              text,
              stems.get(i).start(),
              stems.get(i).end(),
              1,
              termsAt(stems, position),
              termsAt(lights, position),
              termsAt(plains, position));
      all.merge(unit.stems, unit, WordUnit::again);
      unit = unit.without(stopWords);
      if (!unit.plains.isEmpty()) {
        content.merge(unit.stems, unit, WordUnit::again);
      }
    }
    return new ArrayList<>((content.isEmpty() ? all : content).values());
  }

  private WordUnit again(WordUnit other) {
    return new WordUnit(text, start, end, times + other.times, stems, lights, plains);
  }

  /// In a text all in capitals _US_ may be the pronoun too, which nobody searches.
  private WordUnit without(StopWords stopWords) {
    var kept = new LinkedHashSet<>(plains);
    var keptStems = new LinkedHashSet<>(stems);
    var keptLights = new LinkedHashSet<>(lights);
    for (String plain : plains) {
      if (stopWords.contains(plain)) {
        kept.remove(plain);
        keptStems.remove(plain);
        keptLights.remove(plain);
      }
    }
    return kept.isEmpty()
        ? new WordUnit(text, start, end, times, stems, lights, Set.of())
        : new WordUnit(text, start, end, times, keptStems, keptLights, kept);
  }

  private static boolean isSecond(List<TextTerm> terms, int i) {
    for (int before = i - 1;
        before >= 0 && terms.get(before).position() == terms.get(i).position();
        before--) {
      if (terms.get(before).length() == 1) {
        return true;
      }
    }
    return false;
  }

  /// All terms that cover a position, the joined ones of a compound included.
  private static Set<String> termsAt(List<TextTerm> terms, int position) {
    var at = new LinkedHashSet<String>();
    for (TextTerm term : terms) {
      if (term.position() <= position && position < term.position() + term.length()) {
        at.add(term.text());
      }
    }
    return at;
  }
}
