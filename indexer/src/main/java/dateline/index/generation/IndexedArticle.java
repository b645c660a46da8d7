package dateline.index.generation;

import dateline.corpus.Article;
import dateline.index.annotate.FoundEntity;
import dateline.index.meaning.Meaning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a generation's writer is given of one article.
///
/// @param sequence the store's number of this version
/// @param entities strongest first within a kind
/// @param meaning null where articles have no vectors
public record IndexedArticle(
    long sequence, Article article, List<Named> entities, @Nullable Meaning meaning) {
  public IndexedArticle {
    entities = List.copyOf(entities);
  }

  /// One without a vector.
  public IndexedArticle(long sequence, Article article, List<Named> entities) {
    this(sequence, article, entities, null);
  }

  /// The same with a vector, if there is one.
  public IndexedArticle with(@Nullable Meaning vector) {
    return new IndexedArticle(sequence, article, entities, vector);
  }

  /// An entity with its id.
  ///
  /// @param containers ids of all that contains it (Tokyo: Japan, Eastern Asia, Asia), nearest
  ///   first
  /// @param names names by which it can be asked for besides those in the text
  public record Named(FoundEntity found, String id, List<String> containers, List<String> names) {
    public Named {
      containers = List.copyOf(containers);
      names = List.copyOf(names);
    }
  }
}
