package dateline.search.page;

import dateline.index.schema.ArticleField;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Snippet;
import dateline.search.page.SearchView.HitView;
import dateline.search.page.SearchView.Tag;
import java.util.ArrayList;
import java.util.List;

/// Sets one hit of a list of results.
final class HitComposer {
  /// Few, so that the eye stays with headlines.
  static final int TAGS_PER_KIND = 2;

  private final Messages messages;
  private final Dates dates;
  private final SearchRequest request;
  private final String canonical;
  private final int tagsPerKind;

  /// @param request the search that found the hits; their tags narrow it
  /// @param tagsPerKind most tags of a kind of entity
  HitComposer(Messages messages, Dates dates, SearchRequest request, int tagsPerKind) {
    this.messages = messages;
    this.dates = dates;
    this.request = request;
    this.tagsPerKind = tagsPerKind;
    this.canonical = CanonicalQuery.of(request);
  }

  HitView compose(Hit hit) {
    String given = hit.headline();
    String headline = given == null || given.isBlank() ? messages.of("article.untitled") : given;
    return new HitView(
        Addresses.article(hit.id(), canonical),
        headline,
        hit.published() == null ? null : hit.published().toString(),
        hit.published() == null ? null : dates.day(hit.published()),
        hit.source(),
        hit.section(),
        hit.byline(),
        hit.dateline(),
        hit.language(),
        hit.snippets().stream().map(HitComposer::pieces).toList(),
        tags(hit),
        new FoldComposer(messages, request).copies(hit, headline));
  }

  private List<Tag> tags(Hit hit) {
    var tags = new ArrayList<Tag>();
    addTags(ArticleField.PERSON, hit.people(), tags);
    addTags(ArticleField.PLACE, hit.places(), tags);
    addTags(ArticleField.ORG, hit.organisations(), tags);
    addTags(ArticleField.ISSUE, hit.issues(), tags);
    return tags;
  }

  /// What the search asks for already is on every hit.
  private void addTags(ArticleField field, List<Hit.Label> labels, List<Tag> tags) {
    labels.stream()
        .filter(label -> !isAsked(field, label.id()))
        .limit(tagsPerKind)
        .map(label ->
            new Tag(
                field.parameter(),
                label.label(),
                null,
                Addresses.search(CanonicalQuery.adding(request, field, label.id())),
                messages.of("tag." + field.parameter(), label.label())))
        .forEach(tags::add);
  }

  private boolean isAsked(ArticleField field, String id) {
    return request.filters().stream()
        .anyMatch(filter ->
            filter.field() == field && (filter.any().contains(id) || filter.all().contains(id)));
  }

  private static List<Piece> pieces(Snippet snippet) {
    return Piece.cut(
        snippet.text(),
        snippet.ranges().stream()
            .map(range -> new Piece.Accent(range.start(), range.end(), null))
            .toList());
  }
}
