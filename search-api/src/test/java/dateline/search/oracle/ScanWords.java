package dateline.search.oracle;

import dateline.index.schema.TextField.Form;
import dateline.index.schema.Twin;
import dateline.search.oracle.ScanNames.ScanName;
import dateline.search.query.TextZone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The plain words of a query in one language, and what an article may write instead: other names
/// of what they name, and other forms.
///
/// @param named what a word is the name of, or part of the name of
/// @param forms phrases that stand for a word, or for several that it is one of
record ScanWords(
    List<ScanWord> words, Map<ScanWord, ScanName> named, Map<ScanWord, List<String>> forms) {

  /// @param isWhole whether names count
  static ScanWords of(
      List<String> typed, Twin twin, ScanNames names, boolean hasVariants, boolean isWhole) {
    List<ScanWord> words = ScanWord.of(typed, twin);
    if (!hasVariants) {
      return new ScanWords(words, Map.of(), Map.of());
    }
    words = words.stream().map(word -> widened(word, twin, names)).toList();
    String text = String.join(" ", typed);
    return new ScanWords(
        words,
        isWhole ? longestFirst(words, text, (some, _) -> names.onlyNamed(some)) : Map.of(),
        longestFirst(words, text, (some, count) -> phrases(some, count, twin, names)));
  }

  /// Forms of one word for one word are as good as its own terms.
  private static ScanWord widened(ScanWord word, Twin twin, ScanNames names) {
    var stems = new TreeSet<>(word.stems());
    for (String other : names.othersOf(word.typed())) {
      List<ScanWord> read = ScanWord.of(List.of(other), twin);
      if (read.size() == 1 && read.getFirst().typed().equals(other)) {
        stems.addAll(read.getFirst().stems());
      }
    }
    return new ScanWord(word.typed(), word.start(), stems, word.plains());
  }

  private static Optional<List<String>> phrases(
      String form, int count, Twin twin, ScanNames names) {
    var phrases = new ArrayList<String>();
    for (String other : names.othersOf(form)) {
      if (count > 1 || ScanWord.positions(other, twin) > 1) {
        phrases.add(other);
      }
    }
    return phrases.isEmpty() ? Optional.empty() : Optional.of(phrases);
  }

  private interface Lookup<T> {
    Optional<T> of(String some, int count);
  }

  private static <T> Map<ScanWord, T> longestFirst(
      List<ScanWord> words, String text, Lookup<T> lookup) {
    Map<ScanWord, T> found = new HashMap<>();
    for (int length = Math.min(6, words.size()); length > 0; length--) {
      for (int first = 0; first + length <= words.size(); first++) {
        List<ScanWord> some = words.subList(first, first + length);
        if (Collections.disjoint(found.keySet(), some)) {
          lookup
              .of(text.substring(some.getFirst().start(), some.getLast().end()), length)
              .ifPresent(each -> some.forEach(word -> found.put(word, each)));
        }
      }
    }
    return found;
  }

  /// Whether an article has what is as good as a word.
  boolean isAsGoodIn(ScanArticle article, ScanWord word, Set<TextZone> zones) {
    ScanName name = named.get(word);
    return (name != null && name.isNamedIn(article))
        || forms.getOrDefault(word, List.of()).stream()
            .anyMatch(form ->
                zones.stream()
                    .filter(zone -> zone != TextZone.BYLINE)
                    .anyMatch(zone -> article.holdsPhrase(zone, Form.STEMMED, form)));
  }
}
