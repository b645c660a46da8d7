package dateline.search.http;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Rights;
import dateline.search.engine.StoredArticle;
import dateline.search.page.Addresses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns an article into what goes over the wire.
final class ArticleWriter {
  private final Links links;

  ArticleWriter(Links links) {
    this.links = links;
  }

  ArticleJson write(StoredArticle stored) {
    return write(
        stored.article(),
        stored.rights(),
        entities(stored, EntityKind.PERSON),
        entities(stored, EntityKind.PLACE),
        entities(stored, EntityKind.ORGANISATION),
        entities(stored, EntityKind.ISSUE),
        stored.copies().stream().map(copy -> copy.id().value()).toList());
  }

  /// An article of which no entities are known.
  ArticleJson write(Article article, Rights rights) {
    return write(article, rights, null, null, null, null, null);
  }

  private ArticleJson write(
      Article article,
      Rights rights,
      @Nullable List<ArticleJson.Entity> people,
      @Nullable List<ArticleJson.Entity> places,
      @Nullable List<ArticleJson.Entity> organizations,
      @Nullable List<ArticleJson.Entity> issues,
      @Nullable List<String> duplicates) {
    return new ArticleJson(
        article.id().value(),
        links.to(Addresses.article(article.id())),
        article.headline(),
        article.subhead(),
        article.lead(),
        article.body(),
        article.published() == null ? null : article.published().toString(),
        article.modified() == null ? null : article.modified().toString(),
        article.source(),
        article.section(),
        article.byline(),
        article.dateline(),
        article.language(),
        article.type(),
        article.url(),
        rights.label(),
        article.keywords(),
        article.sourceTags(),
        article.details(),
        people,
        places,
        organizations,
        issues,
        duplicates);
  }

  private static List<ArticleJson.Entity> entities(StoredArticle stored, EntityKind kind) {
    return stored.entities().stream()
        .filter(entity -> entity.kind() == kind)
        .map(entity ->
            new ArticleJson.Entity(
                entity.id(),
                entity.label(),
                entity.isSalient(),
                entity.stretches().stream()
                    .map(stretch ->
                        new ArticleJson.Mention(
                            stretch.zone().label(), stretch.start(), stretch.end()))
                    .toList()))
        .toList();
  }
}
