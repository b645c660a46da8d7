package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;

/// The words of a query that are the name of one place or organisation, and of no other: an article
/// that calls it by another name, as the U.K. for Britain, holds them too.
///
/// The longest names are taken first, and of equally long ones the earliest. It measurably helps
/// short queries; people are left out, whose names hold the words that are typed.
final class NamedWords {
  private static final int WORDS_MAX = 6;

  private static final List<EntityKind> KINDS = List.of(EntityKind.PLACE, EntityKind.ORGANISATION);

  /// What some words name.
  ///
  /// @param ids as they are found
  /// @param words all that are part of the name, in order
  record Named(EntityKind kind, Set<String> ids, List<WordUnit> words) {
    /// As they stand in the query.
    static final Comparator<Named> ORDER =
        Comparator.comparingInt(named -> named.words().getFirst().start());

    String typed() {
      return WordUnit.typed(words);
    }

    /// Whether any article names it.
    boolean isHeld(IndexReader reader) throws IOException {
      for (String id : ids) {
        if (LiveArticles.hold(new Term(IndexNames.NAMED, IndexNames.entityAt(kind, id)), reader)) {
          return true;
        }
      }
      return false;
    }

    /// Articles that name it.
    Query named() {
      return new TermInSetQuery(
          IndexNames.NAMED, ids.stream().map(id -> term(id).bytes()).toList());
    }

    Term term(String id) {
      return new Term(IndexNames.NAMED, IndexNames.entityAt(kind, id));
    }
  }

  private final EntityDirectory names;

  NamedWords(EntityDirectory names) {
    this.names = names;
  }

  /// What each word names, or is a part of the name of; none for the others.
  ///
  /// @param units of one text, in order
  Map<WordUnit, Named> of(List<WordUnit> units) {
    Map<WordUnit, Named> named = new HashMap<>();
    for (int length = Math.min(WORDS_MAX, units.size()); length > 0; length--) {
      for (int i = 0; i + length <= units.size(); i++) {
        List<WordUnit> words = units.subList(i, i + length);
        if (words.stream().noneMatch(named::containsKey)) {
          find(WordUnit.typed(words), words)
              .ifPresent(found -> found.words().forEach(word -> named.put(word, found)));
        }
      }
    }
    return named;
  }

  private Optional<Named> find(String text, List<WordUnit> words) {
    for (EntityKind kind : KINDS) {
      Optional<Set<String>> ids = names.onlyNamed(kind, text);
      if (ids.isPresent()) {
        return ids.map(found -> new Named(kind, found, List.copyOf(words)));
      }
    }
    return Optional.empty();
  }
}
