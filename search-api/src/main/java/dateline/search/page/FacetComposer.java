package dateline.search.page;

import dateline.index.schema.ArticleField;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Facet;
import dateline.search.engine.SearchRequest;
import dateline.search.page.SearchView.FacetItem;
import dateline.search.page.SearchView.FacetView;
import dateline.search.page.SearchView.Switch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Lists the values by which a search can be narrowed.
final class FacetComposer {
  /// Values of a facet that are seen at once, unless more were asked for.
  private static final int ITEMS_SHOWN = 7;

  /// How many "more" asks for.
  private static final int ITEMS_MORE = 50;

  /// Those that stand open before anything is chosen.
  private static final Set<ArticleField> OPEN =
      Set.of(ArticleField.PERSON, ArticleField.PLACE, ArticleField.ISSUE);

  private final Messages messages;
  private final SearchRequest request;
  private final long total;

  /// @param total articles found
  FacetComposer(Messages messages, SearchRequest request, long total) {
    this.messages = messages;
    this.request = request;
    this.total = total;
  }

  List<FacetView> compose(List<Facet> facets) {
    return facets.stream().filter(this::isWorthwhile).map(this::facet).toList();
  }

  /// A single value that all articles have leads nowhere.
  private boolean isWorthwhile(Facet facet) {
    boolean isConditioned =
        request.filters().stream().anyMatch(filter -> filter.field() == facet.field());
    return isConditioned
        || facet.items().size() > 1
        || (facet.items().size() == 1 && facet.items().getFirst().count() < total);
  }

  private FacetView facet(Facet facet) {
    ArticleField field = facet.field();
    int asked = request.facets().fields().getOrDefault(field, SearchFacets.LIMIT_DEFAULT);
    boolean isLong = asked > SearchFacets.LIMIT_DEFAULT;
    Set<String> selected =
        facet.items().stream()
            .filter(Facet.Item::isSelected)
            .map(Facet.Item::value)
            .collect(Collectors.toSet());
    List<Facet.Item> shown =
        IntStream.range(0, facet.items().size())
            .filter(place -> isLong || place < ITEMS_SHOWN || isConditioned(facet, place, selected))
            .mapToObj(place -> facet.items().get(place))
            .toList();
    List<FacetItem> items =
        FacetTree.of(shown, facet.items()).stream().map(node -> item(facet, node)).toList();
    boolean hasCondition = items.stream().anyMatch(item -> item.isSelected() || item.isExcluded());
    return new FacetView(
        field.parameter(),
        messages.of("field." + field.parameter()),
        items,
        more(facet, items.size(), isLong),
        hasCondition || isLong || OPEN.contains(field));
  }

  /// What lies right below a selected value stands for it, too.
  private boolean isConditioned(Facet facet, int place, Set<String> selected) {
    Facet.Item item = facet.items().get(place);
    return item.isSelected()
        || isExcluded(facet.field(), item.value())
        || (item.parent() != null && selected.contains(item.parent()));
  }

  private boolean isExcluded(ArticleField field, String value) {
    return request.filters().stream()
        .anyMatch(filter -> filter.field() == field && filter.not().contains(value));
  }

  /// @return null when all values are there
  private @Nullable Switch more(Facet facet, int shown, boolean isLong) {
    String anchor = "#facet-" + facet.field().parameter();
    if (isLong) {
      return new Switch(
          messages.of("facet.fewer"), listing(facet, SearchFacets.LIMIT_DEFAULT) + anchor, null);
    }
    long unlisted = facet.valuesTotal() - shown;
    return unlisted <= 0
        ? null
        : new Switch(
            messages.of("facet.more", unlisted),
            listing(facet, ITEMS_MORE) + anchor,
            messages.of(
                "facet.more.spoken", messages.of("field." + facet.field().parameter()), unlisted));
  }

  private String listing(Facet facet, int limit) {
    boolean isAsked = request.facets().fields().containsKey(facet.field());
    return Addresses.search(
        CanonicalQuery.listing(
            isAsked ? request : SearchFacets.with(request), facet.field(), limit));
  }

  private FacetItem item(Facet facet, FacetTree.Node node) {
    ArticleField field = facet.field();
    Facet.Item item = node.item();
    String label = ValueLabels.of(field, item.value(), item.label(), messages.locale());
    String spoken =
        node.parent() == null
            ? messages.of("facet.spoken", label, item.count())
            : messages.of("facet.spoken.within", label, node.parent().label(), item.count());
    boolean isExcluded = isExcluded(field, item.value());
    boolean isLifted = item.isSelected() || isExcluded;
    String lifted = Addresses.search(CanonicalQuery.removing(request, field, item.value()));
    return new FacetItem(
        field.parameter() + "-" + facet.items().indexOf(item),
        node.level(),
        field.parameter(),
        item.value(),
        label,
        messages.of("number", item.count()),
        spoken,
        item.isSelected(),
        isExcluded,
        new Switch(
            label,
            isLifted
                ? lifted
                : Addresses.search(CanonicalQuery.adding(request, field, item.value())),
            messages.of(
                item.isSelected() ? "facet.remove" : isExcluded ? "facet.readmit" : "facet.add",
                spoken)),
        isLifted
            ? null
            : new Switch(
                "−",
                Addresses.search(CanonicalQuery.excluding(request, field, item.value())),
                messages.of("facet.exclude", label)));
  }
}
