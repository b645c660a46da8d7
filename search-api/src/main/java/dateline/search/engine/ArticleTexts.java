package dateline.search.engine;

import dateline.corpus.ArticleId;
import dateline.corpus.store.Tombstone;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Where the text of an article comes from: of each version as much as its publisher lets be shown.
/// Safe for use by many threads.
public interface ArticleTexts {
  /// The live version of an article; empty when there is none or it was withdrawn.
  Optional<StoredArticle> find(ArticleId id) throws IOException;

  /// What remains of an article that was taken back; empty when it was not.
  default Optional<Tombstone> tombstone(ArticleId id) {
    return Optional.empty();
  }

  /// All versions of an article that may be read, earliest first; the last is the live one. None
  /// where [#find] finds none.
  List<ArticleVersion> versions(ArticleId id) throws IOException;

  /// One of [#versions] with its text; empty when there is none of this number.
  Optional<VersionText> version(ArticleId id, int number) throws IOException;
}
