package dateline.cli;

import dateline.index.RunReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Prints a run's report for people, and writes it as JSON for programs.
final class RunSummary {
  private static final int LISTED = 10;

  /// In less, the start of the program outweighs the work.
  private static final double SPEED_SECONDS_MIN = 3;

  private final RunReport report;
  private final List<String> panelProblems;

  /// @param panelProblems what was left out of the panel of searches and why
  RunSummary(RunReport report, List<String> panelProblems) {
    this.report = report;
    this.panelProblems = List.copyOf(panelProblems);
  }

  void print(PrintWriter out) {
    RunReport.Account account = report.account();
    if (report.isOfDelivery()) {
      printAccount(account, out);
    }
    if (report.filesLeftOut() > 0) {
      out.println("left out " + Words.count(report.filesLeftOut(), "hidden or readme file"));
    }
    if (report.warnings() > 0) {
      out.println(
          Words.count(report.warnings(), "article")
              + " taken in with a date, charset or field mended");
    }
    if (report.counts().absent() > 0) {
      out.println(
          "withdrawn, since the complete delivery lacks "
              + (report.counts().absent() == 1 ? "it: " : "them: ")
              + Words.count(report.counts().absent(), "article"));
    }
    report.notes().forEach(note -> out.println("note: " + note));
    printOutcome(out);
    report.gazetteerProblems().forEach(problem -> out.println("gazetteer: " + problem));
    report.unknownInEdits().forEach(problem -> out.println("entities: " + problem));
    panelProblems.forEach(problem -> out.println("panel: " + problem));
    if (account.quarantined() > 0) {
      out.println("in quarantine:");
      report.quarantine().stream().limit(LISTED).forEach(entry -> out.println("  " + entry));
      if (account.quarantined() > LISTED) {
        out.printf(
            Locale.ROOT,
            "  and %,d more; --report FILE lists them%n",
            account.quarantined() - LISTED);
      }
    }
    out.flush();
  }

  private void printAccount(RunReport.Account account, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "read %s in %s: %,d new, %,d changed, %,d unchanged, %s%s%,d in quarantine%n",
        Words.count(account.read(), "record"),
        Words.count(report.filesRead(), "file"),
        account.added(),
        account.changed(),
        account.unchanged(),
        account.withdrawn() == 0
            ? ""
            : String.format(Locale.ROOT, "%,d withdrawn, ", account.withdrawn()),
        account.repeated() == 0
            ? ""
            : String.format(Locale.ROOT, "%,d given twice, ", account.repeated()),
        account.quarantined());
  }

  private void printOutcome(PrintWriter out) {
    switch (report.outcome()) {
      case NOTHING_NEW ->
          out.printf(
              Locale.ROOT,
              "nothing is new; the index of %s stays%n",
              Words.count(report.articles(), "article"));
      case REHEARSED -> out.printf("a run would build %s; nothing was changed%n", report.how());
      case PUBLISHED -> {
        printBuilt(out);
        out.println("published generation " + report.generation());
        report.verdict().reasons().forEach(reason -> out.println("forced: " + reason.sentence()));
        report.verdict().notes().forEach(note -> out.println("note: " + note.sentence()));
      }
      case REFUSED -> {
        printBuilt(out);
        out.println(
            "refused generation " + report.generation() + ", the old one goes on answering:");
        report.verdict().reasons().forEach(reason -> out.println("  " + reason.sentence()));
        report.verdict().notes().forEach(note -> out.println("note: " + note.sentence()));
        out.printf(
            Locale.ROOT,
            "Run %d is on hold: later runs build without it. After a look, take it in with dateline promote %1$d --force,%n"
                + "or discard it with dateline quarantine drop --run %1$d.%n",
            report.run());
      }
    }
  }

  private void printBuilt(PrintWriter out) {
    double seconds = report.times().building().toMillis() / 1000.0;
    long shared = report.counts().candidate() - report.written();
    out.printf(
        Locale.ROOT,
        "indexed %s in %.1f s%s%s%n",
        Words.count(report.written(), "article"),
        seconds,
        seconds < SPEED_SECONDS_MIN ? "" : speed(seconds),
        shared <= 0 ? "" : String.format(Locale.ROOT, "; %,d others stay as they are", shared));
    if (report.embargoed() > 0) {
      out.println(
          "under embargo, waiting in the store: " + Words.count(report.embargoed(), "article"));
    }
  }

  private String speed(double seconds) {
    return String.format(
        Locale.ROOT,
        " (%,.0f a second, %.1f MB of text a second)",
        report.written() / seconds,
        report.bytes() / 1e6 / seconds);
  }

  byte[] json() {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode node = mapper.createObjectNode();
    node.put("run", report.run());
    node.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
    node.put("generation", report.generation());
    node.put("built", report.how());
    RunReport.Account account = report.account();
    node.put("read", account.read());
    node.put("added", account.added());
    node.put("changed", account.changed());
    node.put("unchanged", account.unchanged());
    node.put("withdrawn", account.withdrawn());
    node.put("duplicate", account.repeated());
    node.put("quarantined", account.quarantined());
    node.put("files_read", report.filesRead());
    node.put("files_left_out", report.filesLeftOut());
    node.put("warnings", report.warnings());
    ObjectNode fields = node.putObject("unknown_fields");
    report.unknownFields().forEach(fields::put);
    report.quarantine().forEach(node.putArray("quarantine")::add);
    report.gazetteerProblems().forEach(node.putArray("gazetteer_problems")::add);
    report.unknownInEdits().forEach(node.putArray("unknown_in_edits")::add);
    panelProblems.forEach(node.putArray("panel_problems")::add);
    report.notes().forEach(node.putArray("notes")::add);
    node.put("articles", report.articles());
    node.put("written", report.written());
    node.put("absent", report.counts().absent());
    node.put("embargoed", report.embargoed());
    node.put("text_bytes", report.bytes());
    node.put("drift", report.drift());
    node.put("reading_seconds", report.times().reading().toMillis() / 1000.0);
    node.put("building_seconds", report.times().building().toMillis() / 1000.0);
    node.put("judging_seconds", report.times().judging().toMillis() / 1000.0);
    node.set("night", mapper.readTree(report.night().json()));
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
  }
}
