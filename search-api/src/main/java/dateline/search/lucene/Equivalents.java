package dateline.search.lucene;

import dateline.index.schema.Twin;
import dateline.search.lucene.NamedWords.Named;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What else an article may write where a query has certain words: other names of a place or
/// organisation, other forms from the list of synonyms. An article that does holds the words.
///
/// The longest stretches of words are taken first, and of equally long ones the earliest.
///
/// @param named by each word that is a name, or a part of one
/// @param reworded by each word that has another form, or is a part of what has
record Equivalents(Map<WordUnit, Named> named, Map<WordUnit, Reworded> reworded) {
  static final Equivalents NONE = new Equivalents(Map.of(), Map.of());

  private static final int NAME_MAX = 6;
  private static final int FORM_MAX = 6;
  private static final Set<TextZone> TEXT = EnumSet.of(TextZone.HEADLINE, TextZone.BODY);

  /// @param units of one text, in order
  /// @param isWhole whether a name may stand anywhere in the text, and so counts
  static Equivalents of(
      List<WordUnit> units, Twin twin, EntityDirectory names, Variants variants, boolean isWhole)
      throws IOException {
    return new Equivalents(
        isWhole ? longestFirst(units, NAME_MAX, new NamedWords(names)::find) : Map.of(),
        longestFirst(
            units,
            Math.min(FORM_MAX, variants.longest()),
            words -> Reworded.of(words, twin, variants)));
  }

  /// Looks up words that follow each other.
  private interface Lookup<T> {
    Optional<T> of(List<WordUnit> words) throws IOException;
  }

  /// @param most words that are looked up together
  private static <T> Map<WordUnit, T> longestFirst(List<WordUnit> units, int most, Lookup<T> lookup)
      throws IOException {
    Map<WordUnit, T> found = new HashMap<>();
    for (int length = Math.min(most, units.size()); length > 0; length--) {
      for (int i = 0; i + length <= units.size(); i++) {
        List<WordUnit> words = List.copyOf(units.subList(i, i + length));
        if (words.stream().noneMatch(found::containsKey)) {
          lookup.of(words).ifPresent(each -> words.forEach(word -> found.put(word, each)));
        }
      }
    }
    return found;
  }

  /// Whether any article of the language has something that is as good as a word.
  boolean areHeld(WordUnit word, Twin twin, OpenGeneration generation) throws IOException {
    Named name = named.get(word);
    Reworded other = reworded.get(word);
    return (name != null && name.isHeld(generation.reader()))
        || (other != null && LiveArticles.match(other.query(TEXT, twin), generation.searcher()));
  }

  /// Those that a word begins, so that each is met once.
  List<Named> namesFrom(WordUnit word) {
    Named name = named.get(word);
    return name != null && name.words().getFirst().equals(word) ? List.of(name) : List.of();
  }

  /// Those that a word begins, so that each is met once.
  List<Reworded> formsFrom(WordUnit word) {
    Reworded other = reworded.get(word);
    return other != null && other.words().getFirst().equals(word) ? List.of(other) : List.of();
  }
}
