package dateline.search.query;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The syntax tree of a query. Which articles a tree matches depends on nothing else but the tree
/// and how plain words select (`match`).
public sealed interface Clause {
  /// Matches every article.
  record Everything() implements Clause {}

  /// Plain words that rank and, by the request's `match`, select.
  ///
  /// @param words as typed, white space and query signs removed; never empty
  /// @param zone where they must stand; null for the request's fields
  record Ranked(List<String> words, @Nullable TextZone zone) implements Clause {
    public Ranked {
      words = List.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("a ranked clause needs a word");
      }
    }
  }

  /// These words in this order.
  ///
  /// @param text what stood between the quotation marks, not blank
  /// @param isVerbatim no stemming, case and accents as typed
  record Phrase(String text, @Nullable TextZone zone, boolean isVerbatim) implements Clause {}

  /// A stretch of one text field fits. A single phrase, name or choice of them is asked for by the
  /// clauses of their own instead.
  ///
  /// @param least so many stretches that do not overlap, counted over all fields searched; 1 or
  ///   more
  /// @param zone where it must stand; null for any one of the request's fields
  record Passage(Span span, int least, @Nullable TextZone zone) implements Clause {
    /// Most stretches that can be asked for.
    public static final int LEAST_MAX = 100;

    public Passage {
      boolean asksForPlace =
          switch (span) {
            case Span.Wildcard _, Span.Near _, Span.Same _, Span.First _ -> true;
            case Span.Phrase _, Span.Entity _, Span.AnyEntity _, Span.Either _ -> least > 1;
          };
      if (!asksForPlace || least < 1) {
        throw new IllegalArgumentException("no passage: " + span + ", at least " + least);
      }
    }
  }

  /// Any mention of an entity by id, label or alias.
  record Entity(EntityKind kind, String name) implements Clause {}

  /// The searched text names some entity of the kind; an issue, which no words name, is one that
  /// the article is about.
  record AnyEntity(EntityKind kind) implements Clause {}

  /// A filter field holds this value: `source`, `section`, `author`, `lang`, `type`, `tag`.
  record Value(ArticleField field, String value) implements Clause {}

  /// Published between two dates, both inclusive, each as precise as typed; null for an open end.
  record PublishedRange(@Nullable DateBound first, @Nullable DateBound last) implements Clause {}

  /// The body has so many words, both ends inclusive; null for an open end.
  record WordsRange(@Nullable Integer first, @Nullable Integer last) implements Clause {}

  record All(List<Clause> parts) implements Clause {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Any(List<Clause> parts) implements Clause {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /// Everything that the part does not match.
  record Not(Clause part) implements Clause {}
}
