package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.FoldedName;
import dateline.search.engine.FacetValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Picks from the counted values of a field those whose names start with a prefix.
final class ValueLookup {
  private static final Comparator<FacetValues.Item> ORDER =
      Comparator.comparingLong(FacetValues.Item::count)
          .reversed()
          .thenComparing(FacetValues.Item::label)
          .thenComparing(FacetValues.Item::value);

  private final OpenGeneration generation;
  private final FacetValues.Request request;

  ValueLookup(OpenGeneration generation, FacetValues.Request request) {
    this.generation = generation;
    this.request = request;
  }

  /// @param counter null when no article has a value in the field
  FacetValues among(@Nullable FacetCounter counter) throws IOException {
    List<FacetValues.Item> items = counter == null ? List.of() : items(counter);
    return new FacetValues(
        generation.name(),
        request.field(),
        request.prefix(),
        items.stream().sorted(ORDER).limit(request.limit()).toList(),
        items.size());
  }

  private List<FacetValues.Item> items(FacetCounter counter) throws IOException {
    EntityKind kind = EntityDirectory.kind(request.field());
    boolean hasPrefix = !request.prefix().isBlank();
    String folded = FoldedName.of(request.prefix());
    Map<String, @Nullable String> named =
        kind == null || !hasPrefix || folded.isEmpty()
            ? Map.of()
            : generation.entities().named(kind, folded);
    ShownValues.Table values = counter.values();
    int[] counts = counter.counts();
    var items = new ArrayList<FacetValues.Item>();
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      if (counts[ordinal] == 0) {
        continue;
      }
      String value = values.value(ordinal);
      boolean isAsked;
      if (!hasPrefix) {
        isAsked = kind != EntityKind.PLACE || !generation.names().isWide(value);
      } else {
        isAsked = kind == null ? startsWith(value, folded) : named.containsKey(value);
      }
      if (isAsked) {
        String label = FacetCounter.label(request.field(), value, generation.names());
        items.add(new FacetValues.Item(value, label, named.get(value), counts[ordinal]));
      }
    }
    return items;
  }

  private boolean startsWith(String value, String folded) {
    return value.startsWith(request.prefix())
        || (!folded.isEmpty() && FoldedName.of(value).startsWith(folded));
  }
}
