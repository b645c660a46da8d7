package dateline.search.engine;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What may be different from one version of an article to the next, besides what is said of the
/// version itself.
public enum ArticlePart {
  HEADLINE(article -> article.text(Zone.HEADLINE)),
  SUBHEAD(article -> article.text(Zone.SUBHEAD)),
  LEAD(article -> article.text(Zone.LEAD)),
  BODY(Article::body),
  BYLINE(article -> article.text(Zone.BYLINE)),
  DATELINE(article -> article.text(Zone.DATELINE)),
  PUBLISHED(Article::published),
  SECTION(Article::section),
  LANGUAGE(Article::language),
  TYPE(Article::type),
  SOURCE_URL(Article::url),
  KEYWORDS(Article::keywords),
  SOURCE_TAGS(Article::sourceTags);

  /// What one article has there.
  private interface Value extends Function<Article, @Nullable Object> {}

  @SuppressWarnings("ImmutableEnumChecker") // reads what it is given
  private final Value value;

  ArticlePart(Value value) {
    this.value = value;
  }

  boolean differs(Article one, Article other) {
    return !Objects.equals(value.apply(one), value.apply(other));
  }

  /// Its name where an article is written as JSON.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
