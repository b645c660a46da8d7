package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;

/// The words of a query that are the name of one place or organisation, and of no other: an article
/// that calls it by another name, as the U.K. for Britain, holds them too.
///
/// It measurably helps short queries. People are left out, whose names hold the words that are
/// typed.
final class NamedWords {
  private static final List<EntityKind> KINDS = List.of(EntityKind.PLACE, EntityKind.ORGANISATION);

  /// What some words name.
  ///
  /// @param ids as they are found
  /// @param words all that are part of the name, in order
  record Named(EntityKind kind, Set<String> ids, List<WordUnit> words) {
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

  /// @param words that follow each other
  Optional<Named> find(List<WordUnit> words) {
    for (EntityKind kind : KINDS) {
      Optional<Set<String>> ids = names.onlyNamed(kind, WordUnit.typed(words));
      if (ids.isPresent()) {
        return ids.map(found -> new Named(kind, found, words));
      }
    }
    return Optional.empty();
  }
}
