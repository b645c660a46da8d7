package dateline.search.lucene;

import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.engine.SearchRequest;
import dateline.search.lucene.NamedWords.Named;
import dateline.search.query.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/// The plain words of a query that no article of a generation holds.
///
/// Serves one query and one thread. It remembers what it looked up, since each language's reading
/// asks for the same words, once to select articles and once for the rarity they need.
final class AbsentWords {
  private final OpenGeneration generation;
  private final Map<String, Boolean> lookedUp = new HashMap<>();

  AbsentWords(OpenGeneration generation) {
    this.generation = generation;
  }

  /// @param named what the word names; null for nothing
  boolean contains(String typed, @Nullable Named named) throws IOException {
    return contains(typed) && (named == null || !named.isHeld(generation.reader()));
  }

  private boolean contains(String typed) throws IOException {
    Boolean isAbsent = lookedUp.get(typed);
    if (isAbsent == null) {
      isAbsent = !of(List.of(List.of(typed)), generation).isEmpty();
      lookedUp.put(typed, isAbsent);
    }
    return isAbsent;
  }

  static List<String> of(SearchRequest request, OpenGeneration generation) throws IOException {
    return of(wordsOf(request.query().clause()), generation);
  }

  /// @param typed the words of each group that is ranked together
  private static List<String> of(List<List<String>> typed, OpenGeneration generation)
      throws IOException {
    Map<String, Boolean> isHeld = new LinkedHashMap<>();
    for (List<String> words : typed) {
      for (Twin twin : generation.twins()) {
        List<WordUnit> units = WordUnit.of(words, twin);
        Map<WordUnit, Named> named = new NamedWords(generation.names()).of(units);
        for (WordUnit unit : units) {
          Named entity = named.get(unit);
          isHeld.merge(
              unit.typed(),
              isHeld(unit, twin, generation)
                  || (entity != null && entity.isHeld(generation.reader())),
              Boolean::logicalOr);
        }
      }
    }
    return isHeld.entrySet().stream()
        .filter(word -> !word.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isHeld(WordUnit unit, Twin twin, OpenGeneration generation)
      throws IOException {
    for (String stem : unit.stems()) {
      for (Part part : List.of(Part.HEADLINE, Part.BODY)) {
        var term = new Term(new TextField(part, twin, Form.STEMMED).name(), stem);
        if (LiveArticles.hold(term, generation.reader())) {
          return true;
        }
      }
    }
    for (String plain : unit.plains()) {
      if (LiveArticles.hold(new Term(IndexNames.BYLINE, plain), generation.reader())) {
        return true;
      }
    }
    return false;
  }

  private static List<List<String>> wordsOf(Clause clause) {
    var words = new ArrayList<List<String>>();
    switch (clause) {
      case Clause.Ranked(var ranked, _) -> words.add(ranked);
      case Clause.All(var parts) -> parts.forEach(part -> words.addAll(wordsOf(part)));
      case Clause.Any(var parts) -> parts.forEach(part -> words.addAll(wordsOf(part)));
      case Clause.Everything _,
          Clause.Phrase _,
          Clause.Passage _,
          Clause.Entity _,
          Clause.AnyEntity _,
          Clause.Value _ -> {}
      case Clause.PublishedRange _, Clause.WordsRange _, Clause.Not _ -> {}
    }
    return words;
  }
}
