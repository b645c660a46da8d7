package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.lucene.OpenGeneration.GlobalOrdinals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/// The values of a field as they are shown: those of the index, by their global ordinals, and
/// behind them those that only an editor's merge brought into the field.
///
/// Immutable once made; [#table] gives the part that one thread reads.
final class ShownValues {
  private static final int[] NOWHERE = {};

  private final GlobalOrdinals ordinals;
  private final List<String> added = new ArrayList<>();
  private final Map<String, Integer> addedOrdinals = new HashMap<>();
  private final Map<Integer, int[]> shownAs = new HashMap<>();

  private ShownValues(GlobalOrdinals ordinals) {
    this.ordinals = ordinals;
  }

  static ShownValues of(GlobalOrdinals ordinals, EntityDirectory names) throws IOException {
    var shown = new ShownValues(ordinals);
    EntityKind kind = EntityDirectory.kind(ordinals.field());
    if (kind != null) {
      SortedSetDocValues values = ordinals.values();
      for (String id : names.changed(kind)) {
        int ordinal = ordinals.ordinal(id, values);
        if (ordinal >= 0) {
          Optional<String> as = names.shown(kind, id);
          shown.shownAs.put(
              ordinal,
              as.isEmpty()
                  ? NOWHERE
                  : shown.ordinals(names.withContainers(kind, as.get()), values));
        }
      }
    }
    return shown;
  }

  private int[] ordinals(Iterable<String> ids, SortedSetDocValues values) throws IOException {
    var found = new ArrayList<Integer>();
    for (String id : ids) {
      int ordinal = ordinals.ordinal(id, values);
      found.add(
          ordinal >= 0
              ? ordinal
              : addedOrdinals.computeIfAbsent(
                  id,
                  _ -> {
                    added.add(id);
                    return ordinals.count() + added.size() - 1;
                  }));
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  GlobalOrdinals ordinals() {
    return ordinals;
  }

  /// How many ordinals there are; some have no article.
  int count() {
    return ordinals.count() + added.size();
  }

  /// False for a value that only deleted articles have.
  boolean isHeld(int ordinal) {
    return ordinal >= ordinals.count() || ordinals.isHeld(ordinal);
  }

  /// Whether every value of the index is shown as itself.
  boolean isPlain() {
    return shownAs.isEmpty();
  }

  /// What a value of the index is shown as, each once; null for itself alone.
  int @Nullable [] shownAs(int ordinal) {
    return shownAs.get(ordinal);
  }

  ArticleField field() {
    return ordinals.field();
  }

  Table table() throws IOException {
    return new Table(this, ordinals.values());
  }

  /// Ordinals and their values. For one thread: looking one up moves a pointer.
  static final class Table {
    private final ShownValues shown;
    private final SortedSetDocValues values;

    private Table(ShownValues shown, SortedSetDocValues values) {
      this.shown = shown;
      this.values = values;
    }

    String value(int ordinal) throws IOException {
      int own = shown.ordinals.count();
      return ordinal < own
          ? values.lookupOrd(ordinal).utf8ToString()
          : shown.added.get(ordinal - own);
    }

    /// Negative for a value that the field does not have.
    int ordinal(String value) throws IOException {
      int own = shown.ordinals.ordinal(value, values);
      return own >= 0 ? own : shown.addedOrdinals.getOrDefault(value, -1);
    }
  }
}
