package dateline.search.engine;

import dateline.corpus.ArticleId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Where the text of an article comes from: of each version as much as its publisher lets be shown.
/// Safe for use by many threads.
public interface ArticleTexts {
  /// The live version of an article; empty when there is none or it was withdrawn.
  Optional<StoredArticle> find(ArticleId id) throws IOException;

  /// Why an article that [#find] does not find is gone; empty when nobody may know that there is
  /// one, or when there is none.
  default Optional<Gone> gone(ArticleId id) throws IOException {
    return Optional.empty();
  }

  /// All versions of an article that may be read, earliest first; the last is the live one. None
  /// where [#find] finds none.
  List<ArticleVersion> versions(ArticleId id) throws IOException;

  /// One of [#versions] with its text; empty when there is none of this number.
  Optional<VersionText> version(ArticleId id, int number) throws IOException;
}
