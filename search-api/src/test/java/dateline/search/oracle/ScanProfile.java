package dateline.search.oracle;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Association;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.EntityProfile.Related;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Tells of an entity by reading every article, without spellings, dates and lists of articles.
record ScanProfile(List<ScanArticle> archive, ScanNames names) {

  /// What the oracle knows of a profile.
  static EntityProfile comparable(EntityProfile profile) {
    return new EntityProfile(
        "",
        profile.kind(),
        profile.id(),
        profile.label(),
        List.of(),
        List.of(),
        profile.within(),
        profile.field(),
        profile.articles(),
        null,
        profile.inside(),
        profile.related(),
        profile.sources(),
        List.of());
  }

  Optional<EntityProfile> of(EntityKind kind, String id) {
    ArticleField field = ScanEngine.fieldOf(kind);
    List<ScanArticle> about = having(field, id);
    if (about.isEmpty() && kind == EntityKind.PLACE) {
      field = ArticleField.PLACE_MENTION;
      about = having(field, id);
    }
    var related = new EnumMap<EntityKind, List<Related>>(EntityKind.class);
    for (EntityKind other : EntityKind.values()) {
      related.put(other, related(other, kind, id, about));
    }
    var sources = new ArrayList<EntityProfile.Source>();
    counts(about, ArticleField.SOURCE)
        .forEach((source, count) -> sources.add(new EntityProfile.Source(source, count)));
    sources.sort(Comparator.comparingLong((EntityProfile.Source each) -> -each.count()));
    return Optional.of(
        new EntityProfile(
            "",
            kind,
            id,
            names.labelOf(kind, id),
            List.of(),
            List.of(),
            containers(kind, id).stream()
                .map(above ->
                    new dateline.search.engine.Hit.Label(above, names.labelOf(kind, above)))
                .toList(),
            field,
            about.size(),
            null,
            inside(kind, id, about, field),
            related,
            sources.stream().limit(EntityProfile.SOURCES_MAX).toList(),
            List.of()));
  }

  private List<String> containers(EntityKind kind, String id) {
    return names.gazetteer().ancestors(kind, id).stream()
        .filter(above -> !above.equals("world"))
        .toList();
  }

  private List<ScanArticle> having(ArticleField field, String id) {
    return archive.stream().filter(article -> article.values(field).contains(id)).toList();
  }

  private static Map<String, Long> counts(List<ScanArticle> articles, ArticleField field) {
    var counts = new TreeMap<String, Long>();
    articles.forEach(
        article -> article.values(field).forEach(value -> counts.merge(value, 1L, Long::sum)));
    return counts;
  }

  private boolean isStriking(String value, ArticleField field, List<ScanArticle> about) {
    long together = about.stream().filter(a -> a.values(field).contains(value)).count();
    return together * archive.size() > (long) having(field, value).size() * about.size()
        && (together > 1 || about.size() == 1);
  }

  private List<Related> inside(
      EntityKind kind, String id, List<ScanArticle> about, ArticleField field) {
    var inside = new ArrayList<Related>();
    counts(about, field)
        .forEach((value, count) -> {
          if (containers(kind, value).contains(id)) {
            long articles = having(field, value).size();
            inside.add(new Related(kind, value, names.labelOf(kind, value), count, articles));
          }
        });
    inside.sort(Comparator.comparingLong(each -> -each.together()));
    return inside.stream().limit(EntityProfile.RELATED_MAX).toList();
  }

  private List<Related> related(
      EntityKind other, EntityKind kind, String id, List<ScanArticle> about) {
    ArticleField field = ScanEngine.fieldOf(other);
    Set<String> own = Set.copyOf(containers(kind, id));
    var related = new ArrayList<Related>();
    counts(about, field)
        .forEach((value, together) -> {
          long articles = having(field, value).size();
          boolean isOwn =
              other == kind
                  && (value.equals(id)
                      || own.contains(value)
                      || containers(kind, value).contains(id));
          boolean isStriking = together * archive.size() > articles * about.size();
          if (!isOwn
              && isStriking
              && (together > 1 || about.size() == 1)
              && !names.isWide(field, value)) {
            related.add(new Related(other, value, names.labelOf(other, value), together, articles));
          }
        });
    Map<String, Long> all = counts(about, field);
    related.removeIf(each ->
        names
                .gazetteer()
                .place(each.id())
                .filter(p -> p.kind() == PlaceEntry.Kind.STATE)
                .isPresent()
            && other == EntityKind.PLACE
            && all.keySet().stream()
                .anyMatch(value ->
                    containers(other, value).contains(each.id())
                        && isStriking(value, field, about)
                        && all.getOrDefault(value, 0L) == each.together()));
    related.sort(
        Comparator.comparingDouble(each ->
            -Association.of(each.together(), about.size(), each.articles(), archive.size())));
    return related.stream().limit(EntityProfile.RELATED_MAX).toList();
  }
}
