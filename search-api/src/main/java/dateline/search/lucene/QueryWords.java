package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.schema.Twin;
import dateline.search.engine.OtherForms;
import dateline.search.engine.SearchRequest;
import dateline.search.query.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The plain words of a query as each language reads them, to tell what became of them.
final class QueryWords {
  /// Other forms of one word that are told; more would be a list to read.
  private static final int FORMS_MAX = 4;

  private final SearchRequest request;
  private final OpenGeneration generation;
  private final List<Reading> readings = new ArrayList<>();

  private record Reading(Twin twin, WordsRead words) {}

  QueryWords(SearchRequest request, OpenGeneration generation) throws IOException {
    this.request = request;
    this.generation = generation;
    for (List<String> words : wordsOf(request.query().clause())) {
      for (Twin twin : generation.twins()) {
        readings.add(
            new Reading(
                twin, WordsRead.of(words, twin, generation.names(), request.variants(), true)));
      }
    }
  }

  /// Those that no article of the generation holds, in the order of the query, language by
  /// language.
  List<String> absent() throws IOException {
    var absent = new AbsentWords(generation, request.variants());
    var found = new LinkedHashSet<String>();
    for (Reading reading : readings) {
      for (WordUnit unit : reading.words.units()) {
        if (!absent.isCutOtherwise(unit.typed(), reading.twin)
            && absent.contains(unit, reading.twin, reading.words.equivalents())) {
          found.add(unit.typed());
        }
      }
    }
    return List.copyOf(found);
  }

  /// What counts as well.
  List<OtherForms> otherForms() {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    if (request.variants()) {
      for (Reading reading : readings) {
        reading.words.units().forEach(unit -> addForms(unit, reading.words.equivalents(), found));
      }
    }
    return found.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry ->
            new OtherForms(entry.getKey(), entry.getValue().stream().limit(FORMS_MAX).toList()))
        .toList();
  }

  private void addForms(WordUnit unit, Equivalents equivalents, Map<String, Set<String>> found) {
    add(unit.typed(), generation.names().variants().of(unit.typed()), found);
    for (Reworded other : equivalents.formsFrom(unit)) {
      add(other.typed(), generation.names().variants().of(other.typed()), found);
    }
    for (NamedWords.Named named : equivalents.namesFrom(unit)) {
      EntityKind kind = named.kind();
      List<String> labels =
          named.ids().stream()
              .limit(1) // the others were merged into it
              .map(id -> generation.names().labelOf(kind, id))
              .filter(label -> !label.equalsIgnoreCase(named.typed()))
              .toList();
      add(named.typed(), labels, found);
    }
  }

  private static void add(String typed, Iterable<String> others, Map<String, Set<String>> found) {
    Set<String> forms = found.computeIfAbsent(typed, _ -> new LinkedHashSet<>());
    others.forEach(forms::add);
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
