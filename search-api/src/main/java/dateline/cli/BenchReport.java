package dateline.cli;

import dateline.search.bench.Duel;
import dateline.search.bench.Figures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What was measured, as a table for people and as JSON for programs.
///
/// @param residentPeakBytes null where the system does not tell it
record BenchReport(
    int articles,
    int seed,
    long textBytes,
    int workers,
    BenchArchive.Built dateline,
    BenchArchive.Built baseline,
    long datelineHeapBytes,
    long baselineHeapBytes,
    @Nullable Long residentPeakBytes,
    List<Row> searches,
    Nightly nightly) {
  /// A night with one in a hundred articles changed.
  ///
  /// @param fullBytes that the home took after the first run, which wrote every article
  record Nightly(BenchArchive.Night night, long fullBytes) {}

  /// One kind of search with one number of threads.
  record Row(BenchSearches.Kind kind, int threads, Duel.Outcome outcome) {}

  private static final double MB = 1e6;

  BenchReport {
    searches = List.copyOf(searches);
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d invented articles (seed %d), %.1f MB of text, %d threads index%n"
            + "baseline: plain Lucene, one field, English chain, BM25, top 10, no facets, no snippets%n%n",
        articles,
        seed,
        textBytes / MB,
        workers);
    out.printf(Locale.ROOT, "%-34s %12s %12s %8s%n", "indexing", "Dateline", "baseline", "ratio");
    line(
        out,
        "articles a second",
        "%,.0f",
        perSecond(articles, dateline),
        perSecond(articles, baseline));
    line(
        out,
        "MB of text a second",
        "%,.2f",
        perSecond(textBytes / MB, dateline),
        perSecond(textBytes / MB, baseline));
    line(out, "index, MB for each MB of text", "%,.2f", perText(dateline), perText(baseline));
    line(
        out,
        "peak heap, MB",
        "%,.0f",
        dateline.heapPeakBytes() / MB,
        baseline.heapPeakBytes() / MB);
    line(
        out, "heap of the open index, MB", "%,.1f", datelineHeapBytes / MB, baselineHeapBytes / MB);
    for (Row row : searches) {
      Figures ours = row.outcome().ours();
      Figures theirs = row.outcome().theirs();
      out.printf(
          Locale.ROOT,
          "%n%s, %s, %,d searches each%n",
          row.kind().title,
          Words.count(row.threads(), "thread"),
          ours.searches());
      line(out, "p50, µs", "%,.0f", ours.p50Micros(), theirs.p50Micros());
      line(out, "p95, µs", "%,.0f", ours.p95Micros(), theirs.p95Micros());
      line(out, "p99, µs", "%,.0f", ours.p99Micros(), theirs.p99Micros());
      line(out, "searches a second", "%,.0f", ours.perSecond(), theirs.perSecond());
    }
    out.printf(
        Locale.ROOT,
        "%n%-34s %12s %12s %8s%n",
        "one article in %d changed".formatted(BenchArchive.CHANGED_EACH),
        "night",
        "all anew",
        "ratio");
    line(out, "seconds", "%,.2f", nightly.night().wall().toMillis() / 1000.0, seconds(dateline));
    line(out, "MB written", "%,.1f", nightly.night().writtenBytes() / MB, nightly.fullBytes() / MB);
    if (residentPeakBytes != null) {
      out.printf(
          Locale.ROOT,
          "%npeak resident memory of the whole process, mapped files included: %,.0f MB%n",
          residentPeakBytes / MB);
    }
    out.flush();
  }

  void printJson(PrintWriter out) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("articles", articles);
    node.put("seed", seed);
    node.put("text_bytes", textBytes);
    node.put("workers", workers);
    ObjectNode indexing = node.putObject("indexing");
    indexing(indexing.putObject("dateline"), dateline, datelineHeapBytes);
    indexing(indexing.putObject("baseline"), baseline, baselineHeapBytes);
    ObjectNode night = node.putObject("night");
    night.put("changed", (articles + BenchArchive.CHANGED_EACH - 1) / BenchArchive.CHANGED_EACH);
    night.put("seconds", nightly.night().wall().toMillis() / 1000.0);
    night.put("written_bytes", nightly.night().writtenBytes());
    night.put("full_written_bytes", nightly.fullBytes());
    node.put("resident_peak_bytes", residentPeakBytes);
    var rows = node.putArray("searches");
    for (Row row : searches) {
      ObjectNode each = rows.addObject();
      each.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
      each.put("threads", row.threads());
      searching(each.putObject("dateline"), row.outcome().ours());
      searching(each.putObject("baseline"), row.outcome().theirs());
      each.put("p50_ratio", row.outcome().ours().p50Micros() / row.outcome().theirs().p50Micros());
    }
    out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node));
    out.flush();
  }

  private void indexing(ObjectNode node, BenchArchive.Built built, long heapBytes) {
    node.put("seconds", seconds(built));
    node.put("articles_per_second", perSecond(articles, built));
    node.put("text_bytes_per_second", perSecond((double) textBytes, built));
    node.put("index_bytes", built.indexBytes());
    node.put("heap_peak_bytes", built.heapPeakBytes());
    node.put("open_heap_bytes", heapBytes);
  }

  private static void searching(ObjectNode node, Figures figures) {
    node.put("searches", figures.searches());
    node.put("hits_per_search", figures.hits());
    node.put("p50_micros", figures.p50Micros());
    node.put("p95_micros", figures.p95Micros());
    node.put("p99_micros", figures.p99Micros());
    node.put("per_second", figures.perSecond());
  }

  private static void line(PrintWriter out, String name, String form, double ours, double theirs) {
    out.printf(
        Locale.ROOT,
        "  %-32s %12s %12s %8.2f%n",
        name,
        String.format(Locale.ROOT, form, ours),
        String.format(Locale.ROOT, form, theirs),
        theirs == 0 ? Double.NaN : ours / theirs);
  }

  private static double seconds(BenchArchive.Built built) {
    return Math.max(0.001, built.wall().toMillis() / 1000.0);
  }

  private static double perSecond(double amount, BenchArchive.Built built) {
    return amount / seconds(built);
  }

  private double perText(BenchArchive.Built built) {
    return (double) built.indexBytes() / textBytes;
  }
}
