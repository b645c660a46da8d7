package dateline.search.engine;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Tombstone;
import java.io.IOException;
import java.util.Optional;

/// Where the full text of an article comes from. Safe for use by many threads.
@FunctionalInterface
public interface ArticleTexts {
  /// The live version of an article; empty when there is none or it was withdrawn.
  Optional<StoredArticle> find(ArticleId id) throws IOException;

  /// What remains of an article that was taken back; empty when it was not.
  default Optional<Tombstone> tombstone(ArticleId id) {
    return Optional.empty();
  }
}
