package dateline.search.lucene;

import dateline.index.schema.ArticleField;
import dateline.search.engine.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Chooses which of a field's counted values to list: the most frequent, those with a condition,
/// and the most frequent of what lies within a selected one.
final class FacetChoice {
  private final ArticleField field;
  private final int[] counts;
  private final ShownValues.Table values;
  private final EntityDirectory names;
  private final @Nullable Containment tree;
  private final BitSet unlisted = new BitSet();

  /// @param counts articles with the value of each ordinal
  /// @param tree null for values that lie side by side
  FacetChoice(
      ArticleField field,
      int[] counts,
      ShownValues.Table values,
      EntityDirectory names,
      @Nullable Containment tree)
      throws IOException {
    this.field = field;
    this.counts = counts;
    this.values = values;
    this.names = names;
    this.tree = tree;
    if (tree != null) {
      leaveOutAreasOfOnePlace(tree);
    }
  }

  /// An area all of whose articles are about one and the same place in it tells nothing more.
  private void leaveOutAreasOfOnePlace(Containment tree) {
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      int above = tree.parentOf(ordinal);
      boolean isOnePlace =
          counts[ordinal] > 0
              && above != Containment.NONE
              && tree.isArea(above)
              && counts[above] == counts[ordinal];
      if (isOnePlace) {
        unlisted.set(above);
      }
    }
  }

  /// @param conditioned selected and excluded values
  Facet facet(int limit, List<String> selected, List<String> conditioned, long missing)
      throws IOException {
    var listed = new LinkedHashMap<String, Integer>();
    add(top(limit, _ -> true), listed);
    for (String value : conditioned) {
      int ordinal = values.ordinal(value);
      listed.putIfAbsent(value, ordinal);
      if (tree != null && ordinal >= 0 && selected.contains(value)) {
        add(top(Facet.NARROWER_MAX, inner -> tree.lies(inner, ordinal)), listed);
      }
    }
    var items = new ArrayList<Facet.Item>();
    for (var each : listed.entrySet()) {
      items.add(
          new Facet.Item(
              each.getKey(),
              FacetCounter.label(field, each.getKey(), names),
              each.getValue() < 0 ? 0 : counts[each.getValue()],
              selected.contains(each.getKey()),
              parent(each.getValue(), listed)));
    }
    long valuesTotal = 0;
    long sum = 0;
    for (int count : counts) {
      valuesTotal += count > 0 ? 1 : 0;
      sum += count;
    }
    long shown = items.stream().mapToLong(Facet.Item::count).sum();
    return new Facet(field, items, valuesTotal, missing, sum - shown);
  }

  private void add(List<Integer> ordinals, Map<String, Integer> listed) throws IOException {
    for (int ordinal : ordinals) {
      listed.putIfAbsent(values.value(ordinal), ordinal);
    }
  }

  /// @param ordinal negative for a value that no article has
  private @Nullable String parent(int ordinal, Map<String, Integer> listed) throws IOException {
    if (tree == null || ordinal < 0) {
      return null;
    }
    int above = tree.parentOf(ordinal);
    while (above != Containment.NONE && !listed.containsValue(above)) {
      above = tree.parentOf(above);
    }
    return above == Containment.NONE ? null : values.value(above);
  }

  /// The most frequent first; of equals the container before what it contains, then by value.
  private List<Integer> top(int limit, IntPredicate isAsked) throws IOException {
    Comparator<Integer> order =
        Comparator.<Integer>comparingInt(ordinal -> -counts[ordinal])
            .thenComparingInt(ordinal -> tree == null ? 0 : tree.depthOf(ordinal))
            .thenComparingInt(ordinal -> ordinal);
    var top = new PriorityQueue<Integer>(order.reversed());
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      boolean isCandidate =
          counts[ordinal] > 0
              && !unlisted.get(ordinal)
              && (top.size() < limit || order.compare(ordinal, top.element()) < 0);
      if (isCandidate && isAsked.test(ordinal) && !isWide(ordinal)) {
        top.add(ordinal);
        if (top.size() > limit) {
          top.remove();
        }
      }
    }
    return top.stream().sorted(order).toList();
  }

  private boolean isWide(int ordinal) throws IOException {
    boolean isPlace = field == ArticleField.PLACE || field == ArticleField.PLACE_MENTION;
    return isPlace && names.isWide(values.value(ordinal));
  }
}
