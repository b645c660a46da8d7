package dateline.search.engine;

import dateline.corpus.ArticleId;
import java.io.IOException;
import java.util.Optional;

/// Where the full text of an article comes from. Safe for use by many threads.
@FunctionalInterface
public interface ArticleTexts {
  /// The live version of an article; empty when there is none or it was withdrawn.
  Optional<StoredArticle> find(ArticleId id) throws IOException;
}
