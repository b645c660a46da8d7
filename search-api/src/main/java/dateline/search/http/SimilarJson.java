package dateline.search.http;

import dateline.index.schema.ArticleField;
import dateline.search.engine.Hit;
import dateline.search.engine.Similar;
import dateline.search.page.Addresses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Articles that resemble one, as they go over the wire in snake case.
///
/// @param id of the one
/// @param articles most similar first
record SimilarJson(String id, List<Item> articles) {

  /// @param share of what tells the one article from the rest, how much this one has too
  record Item(
      String id,
      String url,
      @Nullable String headline,
      @Nullable String published,
      String source,
      @Nullable String language,
      double share,
      Shared shared) {}

  /// What both have, most telling first.
  record Shared(
      List<SearchJson.Label> people,
      List<SearchJson.Label> places,
      List<SearchJson.Label> organizations,
      List<SearchJson.Label> issues,
      List<String> words) {}

  static SimilarJson of(String id, List<Similar> similar, Links links) {
    return new SimilarJson(id, similar.stream().map(each -> item(each, links)).toList());
  }

  private static Item item(Similar similar, Links links) {
    Hit hit = similar.hit();
    return new Item(
        hit.id().value(),
        links.to(Addresses.article(hit.id())),
        hit.headline(),
        hit.published() == null ? null : hit.published().toString(),
        hit.source(),
        hit.language(),
        Math.round(similar.share() * 1e4) / 1e4,
        new Shared(
            labels(similar, ArticleField.PERSON),
            labels(similar, ArticleField.PLACE),
            labels(similar, ArticleField.ORG),
            labels(similar, ArticleField.ISSUE),
            similar.words()));
  }

  private static List<SearchJson.Label> labels(Similar similar, ArticleField field) {
    return similar.entities().stream()
        .filter(entity -> entity.field() == field)
        .map(entity -> new SearchJson.Label(entity.id(), entity.label()))
        .toList();
  }
}
