package dateline.index.generation;

import dateline.corpus.Article;
import dateline.index.annotate.FoundEntity;
import java.util.List;

/// All that a generation's writer is given of one article.
///
/// @param sequence the store's number of this version
/// @param entities strongest first within a kind
public record IndexedArticle(long sequence, Article article, List<Named> entities) {
  public IndexedArticle {
    entities = List.copyOf(entities);
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
