package dateline.search.engine;

import dateline.corpus.Article;
import dateline.corpus.Published;
import org.jspecify.annotations.Nullable;

/// One version of an article among all that may be read.
///
/// @param number counted from 1 in the order in which they follow each other
/// @param isCurrent whether it is the one that a search finds
/// @param name the publisher's own number or name of it; null for none
/// @param correction what it puts right; null for nothing
/// @param change what is different from the version before; null for the first
public record ArticleVersion(
    int number,
    boolean isCurrent,
    @Nullable String name,
    @Nullable String headline,
    @Nullable Published published,
    @Nullable Published modified,
    @Nullable String correction,
    @Nullable VersionChange change) {
  private static final String NAME = "version";
  private static final String CORRECTION = "correction";

  static ArticleVersion of(Article article, int number, @Nullable VersionChange change) {
    return new ArticleVersion(
        number,
        true,
        article.details().get(NAME),
        article.headline(),
        article.published(),
        article.modified(),
        article.details().get(CORRECTION),
        change);
  }

  /// The same after another has taken its place.
  ArticleVersion replaced() {
    return new ArticleVersion(
        number, false, name, headline, published, modified, correction, change);
  }

  /// When it came out, as far as its publisher says.
  public @Nullable Published dated() {
    return modified == null ? published : modified;
  }
}
