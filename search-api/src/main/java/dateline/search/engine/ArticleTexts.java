package dateline.search.engine;

import dateline.corpus.ArticleId;
import java.io.IOException;
import java.time.Instant;
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

  /// The articles that were withdrawn last, latest first.
  ///
  /// @param most how many
  default List<Withdrawn> withdrawn(int most) throws IOException {
    return List.of();
  }

  /// What readers came to see of the archive, one after the other. None where nobody keeps account.
  default ChangePage changes(ChangeRequest request) throws IOException {
    return new ChangePage(List.of(), false, Instant.EPOCH, Instant.EPOCH);
  }

  /// The change of one article; empty when nobody ever saw it.
  default Optional<Change> change(ArticleId id) throws IOException {
    return Optional.empty();
  }

  /// An article that was taken back.
  ///
  /// @param reason for readers; may be empty
  record Withdrawn(ArticleId id, Instant at, String reason) {}

  /// All versions of an article that may be read, earliest first; the last is the live one. None
  /// where [#find] finds none.
  List<ArticleVersion> versions(ArticleId id) throws IOException;

  /// One of [#versions] with its text; empty when there is none of this number.
  Optional<VersionText> version(ArticleId id, int number) throws IOException;
}
