package dateline.search.http;

import dateline.corpus.EntityKind;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchRequest;
import dateline.search.page.Addresses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one entity, as it goes over the wire in snake case.
///
/// @param names as its newest articles spell it
/// @param timeline null when no article has it
/// @param inside what it contains
/// @param related what appears with it more often than elsewhere
record EntityJson(
    String kind,
    String id,
    String label,
    String url,
    List<String> aliases,
    List<Name> names,
    List<SearchJson.Label> within,
    long articles,
    @Nullable Timeline timeline,
    List<Other> inside,
    Related related,
    List<Source> sources,
    List<Article> newest,
    EntityLinks links) {

  record Name(String text, long count) {}

  record Timeline(String interval, List<Bar> items, long missing) {}

  record Bar(String value, String from, String to, long count) {}

  record Related(
      List<Other> people, List<Other> places, List<Other> organizations, List<Other> issues) {}

  /// @param together articles that have both
  /// @param articles that have this one
  record Other(String id, String label, long together, long articles, String url) {}

  record Source(String value, long count) {}

  record Article(
      String id,
      String url,
      @Nullable String headline,
      @Nullable String published,
      String source) {}

  /// @param articles the search for them
  record EntityLinks(String self, String page, String articles) {}

  static EntityJson of(EntityProfile profile, SearchRequest everything, Links links) {
    String path = Addresses.entity(profile.kind(), profile.id());
    DateHistogram timeline = profile.timeline();
    return new EntityJson(
        profile.kind().word(),
        profile.id(),
        profile.label(),
        links.to(path),
        profile.aliases(),
        profile.names().stream().map(name -> new Name(name.text(), name.count())).toList(),
        profile.within().stream()
            .map(label -> new SearchJson.Label(label.id(), label.label()))
            .toList(),
        profile.articles(),
        timeline == null ? null : timeline(timeline),
        profile.inside().stream().map(other -> other(other, links)).toList(),
        new Related(
            related(profile, EntityKind.PERSON, links),
            related(profile, EntityKind.PLACE, links),
            related(profile, EntityKind.ORGANISATION, links),
            related(profile, EntityKind.ISSUE, links)),
        profile.sources().stream()
            .map(source -> new Source(source.value(), source.count()))
            .toList(),
        profile.newest().stream().map(hit -> article(hit, links)).toList(),
        new EntityLinks(
            links.to("/api/v1/entities" + path),
            links.to(path),
            links.to(
                "/api/v1/search?"
                    + CanonicalQuery.adding(everything, profile.field(), profile.id()))));
  }

  private static Timeline timeline(DateHistogram counts) {
    return new Timeline(
        counts.interval().parameter(),
        counts.bars().stream()
            .map(bar ->
                new Bar(bar.value(), bar.from().toString(), bar.to().toString(), bar.count()))
            .toList(),
        counts.missing());
  }

  private static List<Other> related(EntityProfile profile, EntityKind kind, Links links) {
    return profile.related(kind).stream().map(other -> other(other, links)).toList();
  }

  private static Other other(EntityProfile.Related other, Links links) {
    return new Other(
        other.id(),
        other.label(),
        other.together(),
        other.articles(),
        links.to(Addresses.entity(other.kind(), other.id())));
  }

  private static Article article(Hit hit, Links links) {
    return new Article(
        hit.id().value(),
        links.to(Addresses.article(hit.id())),
        hit.headline(),
        hit.published() == null ? null : hit.published().toString(),
        hit.source());
  }
}
