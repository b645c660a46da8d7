package dateline.cli;

import dateline.index.RunReport;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Prints a run's report for people, and writes it as JSON for programs.
final class RunSummary {
  private static final int LISTED = 10;

  /// In less, the start of the program outweighs the work.
  private static final double SPEED_SECONDS_MIN = 3;

  private final RunReport report;

  RunSummary(RunReport report) {
    this.report = report;
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "read %s in %s: %,d new, %,d changed, %,d unchanged, %,d in quarantine%n",
        Words.count(report.read(), "record"),
        Words.count(report.filesRead(), "file"),
        report.added(),
        report.replaced(),
        report.unchanged(),
        report.quarantined());
    if (report.filesLeftOut() > 0) {
      out.println("left out " + Words.count(report.filesLeftOut(), "hidden or readme file"));
    }
    if (report.warnings() > 0) {
      out.println(
          Words.count(report.warnings(), "article")
              + " taken in with a date, charset or field mended");
    }
    double seconds = report.building().toMillis() / 1000.0;
    out.printf(
        Locale.ROOT,
        "indexed %s in %.1f s%s%n",
        Words.count(report.articles(), "article"),
        seconds,
        seconds < SPEED_SECONDS_MIN ? "" : speed(seconds));
    if (report.embargoed() > 0) {
      out.println(
          "under embargo, waiting in the store: " + Words.count(report.embargoed(), "article"));
    }
    if (report.withdrawn() > 0) {
      out.println(
          "withdrawn by their publisher, kept from searches: "
              + Words.count(report.withdrawn(), "article"));
    }
    out.println("published generation " + report.generation());
    report.gazetteerProblems().forEach(problem -> out.println("gazetteer: " + problem));
    report.unknownInEdits().forEach(problem -> out.println("entities: " + problem));
    if (report.quarantined() > 0) {
      out.println("in quarantine:");
      report.quarantine().stream().limit(LISTED).forEach(entry -> out.println("  " + entry));
      if (report.quarantined() > LISTED) {
        out.printf(
            Locale.ROOT,
            "  and %,d more; --report FILE lists them%n",
            report.quarantined() - LISTED);
      }
    }
    out.flush();
  }

  private String speed(double seconds) {
    return String.format(
        Locale.ROOT,
        " (%,.0f a second, %.1f MB of text a second)",
        report.articles() / seconds,
        report.bytes() / 1e6 / seconds);
  }

  byte[] json() {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode node = mapper.createObjectNode();
    node.put("run", report.run());
    node.put("generation", report.generation());
    node.put("read", report.read());
    node.put("added", report.added());
    node.put("replaced", report.replaced());
    node.put("unchanged", report.unchanged());
    node.put("quarantined", report.quarantined());
    node.put("files_read", report.filesRead());
    node.put("files_left_out", report.filesLeftOut());
    node.put("warnings", report.warnings());
    ObjectNode fields = node.putObject("unknown_fields");
    report.unknownFields().forEach(fields::put);
    report.quarantine().forEach(node.putArray("quarantine")::add);
    report.gazetteerProblems().forEach(node.putArray("gazetteer_problems")::add);
    report.unknownInEdits().forEach(node.putArray("unknown_in_edits")::add);
    node.put("articles", report.articles());
    node.put("embargoed", report.embargoed());
    node.put("withdrawn", report.withdrawn());
    node.put("text_bytes", report.bytes());
    node.put("reading_seconds", report.reading().toMillis() / 1000.0);
    node.put("building_seconds", report.building().toMillis() / 1000.0);
    node.put("verifying_seconds", report.verifying().toMillis() / 1000.0);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
  }
}
