package dateline.search.engine;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the archive knows of one person, place, organisation or issue.
///
/// @param id the one under which it is shown; differs from the one asked for where an editor merged
///   the two
/// @param aliases other names in the lists, or that editors gave, the closest first
/// @param names as its newest articles spell it, most frequent first, at most [#NAMES_MAX]; none
///   for issues
/// @param within what contains it, nearest first
/// @param field the filter that finds `articles`; a place that no article is about is looked up
///   among the places that articles name
/// @param timeline of those articles; null when there is none
/// @param inside what it contains, most articles first, at most [#RELATED_MAX]
/// @param related of each kind what appears in its articles more often than elsewhere, most
///   striking first, at most [#RELATED_MAX]
/// @param sources most frequent first, at most [#SOURCES_MAX]
/// @param newest articles, folded, at most [#NEWEST_MAX]
public record EntityProfile(
    String generation,
    EntityKind kind,
    String id,
    String label,
    List<String> aliases,
    List<Name> names,
    List<Hit.Label> within,
    ArticleField field,
    long articles,
    @Nullable DateHistogram timeline,
    List<Related> inside,
    Map<EntityKind, List<Related>> related,
    List<Source> sources,
    List<Hit> newest) {
  public static final int NAMES_MAX = 8;
  public static final int RELATED_MAX = 8;
  public static final int SOURCES_MAX = 8;
  public static final int NEWEST_MAX = 10;

  public EntityProfile {
    aliases = List.copyOf(aliases);
    names = List.copyOf(names);
    within = List.copyOf(within);
    inside = List.copyOf(inside);
    var copy = new EnumMap<EntityKind, List<Related>>(EntityKind.class);
    related.forEach((each, some) -> copy.put(each, List.copyOf(some)));
    related = copy;
    sources = List.copyOf(sources);
    newest = List.copyOf(newest);
  }

  public List<Related> related(EntityKind each) {
    return related.getOrDefault(each, List.of());
  }

  /// @param count mentions in the articles that were read for it
  public record Name(String text, long count) {}

  /// @param together articles that have both
  /// @param articles that have it
  public record Related(EntityKind kind, String id, String label, long together, long articles) {}

  public record Source(String value, long count) {}
}
