package dateline.index.generation;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How a generation came to be, as far as the next run must know to build upon it.
///
/// Format, in the manifest: a JSON object with the components as fields.
///
/// @param base name of the generation whose files it shares; null when it was built anew
/// @param recognition version of what recognised its entities, besides gazetteer and tables
/// @param edits numbers of the editors' repairs that are part of it
/// @param asOf the moment by which embargoes were judged
/// @param learnedFrom articles that its tables were learned from
/// @param changedSince articles that were added, replaced or removed since then
public record Lineage(
    @Nullable String base,
    String recognition,
    SortedSet<Long> edits,
    Instant asOf,
    long learnedFrom,
    long changedSince) {
  public Lineage {
    edits = Collections.unmodifiableSortedSet(new TreeSet<>(edits));
  }

  /// Which part of the archive its tables do not know.
  public double drift() {
    return (double) changedSince / Math.max(1, learnedFrom);
  }

  /// The same after further changes.
  public Lineage with(long changes) {
    return new Lineage(base, recognition, edits, asOf, learnedFrom, changedSince + changes);
  }

  void write(ObjectNode node) {
    node.put("base", base);
    node.put("recognition", recognition);
    var numbers = node.putArray("edits");
    edits.forEach(numbers::add);
    node.put("asOf", asOf.toString());
    node.put("learnedFrom", learnedFrom);
    node.put("changedSince", changedSince);
  }

  /// A generation of an older Dateline has none, and the next run builds anew.
  static Lineage read(@Nullable JsonNode node) {
    if (node == null) {
      return new Lineage(null, "", new TreeSet<>(), Instant.EPOCH, 0, 0);
    }
    var edits = new TreeSet<Long>();
    node.required("edits").forEach(edit -> edits.add(edit.longValue()));
    JsonNode base = node.required("base");
    return new Lineage(
        base.isNull() ? null : base.asString(),
        node.required("recognition").asString(),
        edits,
        Instant.parse(node.required("asOf").asString()),
        node.required("learnedFrom").longValue(),
        node.required("changedSince").longValue());
  }
}
