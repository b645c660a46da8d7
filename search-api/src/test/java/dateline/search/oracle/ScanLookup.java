package dateline.search.oracle;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.FoldedName;
import dateline.index.schema.ArticleField;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Suggestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Looks up names by reading all of them. Of completions it knows none: each one given can be
/// checked by a search.
final class ScanLookup {
  private static final List<ArticleField> ENTITIES =
      List.of(ArticleField.PERSON, ArticleField.PLACE, ArticleField.ORG, ArticleField.ISSUE);

  private final List<ScanArticle> archive;
  private final ScanNames names;
  private final Map<ArticleField, Map<String, List<String>>> called =
      new EnumMap<>(ArticleField.class);

  ScanLookup(List<ScanArticle> archive, ScanNames names) {
    this.archive = archive;
    this.names = names;
  }

  /// @param counted the articles of the search
  FacetValues values(FacetValues.Request request, List<ScanArticle> counted) {
    ArticleField field = request.field();
    var items = new ArrayList<FacetValues.Item>();
    counts(field, counted)
        .forEach((value, count) -> {
          List<String> called = namesOf(field, value);
          String name =
              called.stream()
                  .filter(each -> starts(field, each, request.prefix()))
                  .findFirst()
                  .orElse(null);
          boolean isListed =
              request.prefix().isBlank() ? !names.isWide(field, value) : name != null;
          if (isListed) {
            items.add(
                new FacetValues.Item(
                    value, called.getFirst(), alias(name, called.getFirst(), request), count));
          }
        });
    items.sort(
        Comparator.comparing(FacetValues.Item::count, Comparator.reverseOrder())
            .thenComparing(FacetValues.Item::label)
            .thenComparing(FacetValues.Item::value));
    return new FacetValues(
        "scan",
        field,
        request.prefix(),
        items.subList(0, Math.min(request.limit(), items.size())),
        items.size());
  }

  Suggestions suggest(String typed, int limit) {
    String folded = FoldedName.of(typed);
    Predicate<String> begins =
        name -> !folded.isEmpty() && (" " + FoldedName.of(name)).contains(" " + folded);
    var found = new ArrayList<Suggestions.Entity>();
    for (ArticleField field : ENTITIES) {
      counts(field, archive)
          .forEach((id, count) -> {
            List<String> called = namesOf(field, id);
            called.stream()
                .filter(begins)
                .findFirst()
                .ifPresent(name ->
                    found.add(
                        new Suggestions.Entity(
                            field,
                            id,
                            called.getFirst(),
                            name.equals(called.getFirst()) ? null : name,
                            count)));
          });
    }
    found.sort(
        Comparator.comparing(
                (Suggestions.Entity entity) -> !FoldedName.of(entity.label()).startsWith(folded))
            .thenComparing(Suggestions.Entity::count, Comparator.reverseOrder())
            .thenComparing(Suggestions.Entity::label)
            .thenComparing(ScanLookup::kind)
            .thenComparing(Suggestions.Entity::id));
    return new Suggestions("scan", found.subList(0, Math.min(limit, found.size())), List.of());
  }

  /// Remembered, since the lists are long.
  private List<String> namesOf(ArticleField field, String value) {
    return called
        .computeIfAbsent(field, _ -> new HashMap<>())
        .computeIfAbsent(value, _ -> names.namesOf(field, value));
  }

  private static EntityKind kind(Suggestions.Entity entity) {
    return ScanNames.kindOf(entity.field()).orElseThrow();
  }

  private static Map<String, Long> counts(ArticleField field, List<ScanArticle> articles) {
    var counts = new TreeMap<String, Long>();
    articles.forEach(
        article -> article.values(field).forEach(value -> counts.merge(value, 1L, Long::sum)));
    return counts;
  }

  /// Letter by letter counts where the value is its own name.
  private static boolean starts(ArticleField field, String name, String prefix) {
    String folded = FoldedName.of(prefix);
    boolean isRaw = ScanNames.kindOf(field).isEmpty() && name.startsWith(prefix);
    return isRaw || (!folded.isEmpty() && FoldedName.of(name).startsWith(folded));
  }

  private static @Nullable String alias(
      @Nullable String name, String label, FacetValues.Request request) {
    return name == null || name.equals(label) || request.prefix().isBlank() ? null : name;
  }
}
