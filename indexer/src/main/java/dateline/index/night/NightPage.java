package dateline.index.night;

import dateline.corpus.store.RunRecord;
import dateline.index.night.Night.Counts;
import dateline.index.night.Verdict.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Writes a report for people, the most urgent first.
final class NightPage {
  private static final int DAYS_MAX = 31;
  private static final int PANEL_MAX = 40;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private final NightReport report;
  private final RunRecord tonight;
  private final Markup page = new Markup();

  private NightPage(NightReport report) {
    this.report = report;
    tonight = report.night().tonight();
  }

  static String of(NightReport report) {
    return new NightPage(report).write();
  }

  private String write() {
    page.open("html", "lang", "en");
    page.open("head");
    page.empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.leaf("title", title());
    page.leaf("style", style());
    page.close();
    page.open("body");
    verdict();
    findings("Why", report.verdict().reasons());
    findings("Worth a look", report.verdict().notes());
    numbers(report.night().counts());
    plots();
    sources();
    quarantine();
    panel();
    timings();
    page.close();
    page.close();
    return page.page();
  }

  private String title() {
    return "Run %d was %s"
        .formatted(tonight.run(), report.verdict().isAccepted() ? "accepted" : "refused");
  }

  private void verdict() {
    boolean isAccepted = report.verdict().isAccepted();
    page.open("header", "class", isAccepted ? "accepted" : "refused");
    page.leaf(
        "p",
        MOMENT.format(tonight.started().atZone(report.zone())) + " (" + report.zone() + ")",
        "class",
        "quiet");
    page.leaf("h1", title());
    if (isAccepted) {
      page.leaf("p", "Nothing to do. Its articles are found.");
    } else {
      page.leaf("p", "Searches go on as before this run; none of what it brought is found yet.");
      page.open("ul", "class", "next");
      step(
          "Look at the reasons below. If the night is sound after all, take it in:",
          "dateline promote " + tonight.run() + " --force");
      step(
          "If it is not, have the delivery mended and index it once more. The next run builds without this one. Records that could not be read are listed by",
          "dateline quarantine list");
      page.close();
    }
    page.close();
  }

  private void step(String text, String command) {
    page.open("li").text(text + " ");
    page.leaf("code", command);
    page.close();
  }

  private void findings(String heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    page.open("section");
    page.leaf("h2", heading);
    page.open("ul", "class", "findings");
    for (Finding finding : findings) {
      page.open("li");
      page.text(finding.sentence() + " ");
      page.leaf("span", finding.check(), "class", "quiet");
      page.close();
    }
    page.close();
    page.close();
  }

  private void numbers(Counts counts) {
    page.open("section");
    page.leaf("h2", "In numbers");
    page.open("dl");
    number("articles before", counts.live());
    number("articles after", counts.candidate());
    number("new", counts.added());
    number("in another version", counts.replaced());
    number("withdrawn", counts.withdrawn());
    number("absent", counts.absent());
    number("under embargo", counts.embargoed());
    number("gone without a reason", counts.lost());
    number("records read", tonight.read());
    number("records refused", tonight.quarantined());
    page.close();
    page.close();
  }

  private void number(String name, long value) {
    page.open("div");
    page.leaf("dt", name);
    page.leaf("dd", number(value));
    page.close();
  }

  private void plots() {
    page.open("section");
    page.leaf("h2", "New articles, night by night");
    VolumePlot.draw(Nights.of(report.night(), report.zone()), page);
    page.close();
  }

  private void sources() {
    page.open("section");
    page.leaf("h2", "What came in");
    for (Intake.OfSource source : Intake.bySource(tonight.arrivals())) {
      page.open("details");
      page.open("summary");
      page.leaf("b", SourceName.of(source.source()));
      page.text(" " + sentence(source.all()));
      page.close();
      head("day of publication", "new", "changed", "unchanged", "withdrawn");
      for (Intake day : source.days().stream().limit(DAYS_MAX).toList()) {
        LocalDate date = day.day();
        row(
            date == null ? "unknown" : date.toString(),
            number(day.added()),
            number(day.changed()),
            number(day.unchanged()),
            number(day.withdrawn()));
      }
      foot();
      left(source.days().size() - DAYS_MAX, "earlier days");
      page.close();
    }
    page.close();
  }

  private static String sentence(Intake all) {
    return String.format(
        Locale.ROOT,
        "%,d new, %,d changed, %,d unchanged, %,d withdrawn",
        all.added(),
        all.changed(),
        all.unchanged(),
        all.withdrawn());
  }

  private void quarantine() {
    if (tonight.quarantined() == 0) {
      return;
    }
    page.open("section");
    page.leaf("h2", "Records that could not be read");
    page.open("ul", "class", "places");
    List<String> shown = report.quarantine().stream().limit(NightReport.QUARANTINE_MAX).toList();
    shown.forEach(entry -> page.leaf("li", entry));
    page.close();
    left(tonight.quarantined() - shown.size(), "more; dateline quarantine list shows them all");
    page.close();
  }

  private void panel() {
    List<PanelAnswer> panel =
        report.night().panel().stream()
            .sorted(
                Comparator.comparingInt((PanelAnswer answer) -> answer.kept() + answer.changed()))
            .toList();
    if (panel.isEmpty()) {
      return;
    }
    page.open("section");
    page.leaf("h2", "The same searches, before and after");
    head("search", "hits before", "after", "best kept", "of them edited");
    for (PanelAnswer answer : panel.stream().limit(PANEL_MAX).toList()) {
      row(
          answer.search(),
          number(answer.liveTotal()),
          number(answer.candidateTotal()),
          answer.kept() + " of " + answer.live().size(),
          number(answer.changed()));
    }
    foot();
    left(panel.size() - PANEL_MAX, "more that changed less");
    if (!panel.stream().allMatch(PanelAnswer::isSameAnalysis)) {
      page.leaf(
          "p", "The new generation analyses text or recognises names otherwise than the live one.");
    }
    page.close();
  }

  private void timings() {
    page.open("section");
    page.leaf("h2", "How long it took");
    page.open("dl");
    report
        .timings()
        .forEach((what, time) -> {
          page.open("div");
          page.leaf("dt", what);
          page.leaf("dd", spoken(time));
          page.close();
        });
    page.close();
    page.close();
  }

  private void head(String... names) {
    page.open("div", "class", "wide").open("table").open("tr");
    for (String name : names) {
      page.leaf("th", name);
    }
    page.close();
  }

  private void row(String... cells) {
    page.open("tr");
    for (String cell : cells) {
      page.leaf("td", cell);
    }
    page.close();
  }

  private void foot() {
    page.close().close();
  }

  private void left(long count, String what) {
    if (count > 0) {
      page.leaf("p", number(count) + " " + what + ".", "class", "quiet");
    }
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String spoken(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    return seconds < 3600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }

  /// Holds none of the characters that are escaped.
  private static String style() {
    try (InputStream in = NightPage.class.getResourceAsStream("night.css")) {
      if (in == null) {
        throw new IllegalStateException("night.css is missing beside " + NightPage.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
