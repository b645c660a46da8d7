package dateline.index.night;

import dateline.index.night.Night.Counts;
import dateline.index.night.Verdict.Finding;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a report for programs.
///
/// Format: a JSON object. `run`, `started`, `accepted`; `reasons` and `notes`, each `{check,
/// subject, value, limit, sentence}`; `counts` of articles; `read`, `quarantined` and `quarantine`,
/// a list of `file:line: reason` that may be shorter; `sources`, each with `added`, `changed`,
/// `unchanged`, `withdrawn`, the same for each of its `days`, and `nights`, its new articles in
/// each of the last 28 nights and tonight; `panel`, each search with its totals before and after,
/// and how many of its best articles stayed; `timingsMillis`.
final class NightJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private NightJson() {}

  static byte[] of(NightReport report) {
    Night night = report.night();
    ObjectNode json = JSON.createObjectNode();
    json.put("run", night.tonight().run());
    json.put("started", night.tonight().started().toString());
    json.put("accepted", report.verdict().isAccepted());
    findings(json.putArray("reasons"), report.verdict().reasons());
    findings(json.putArray("notes"), report.verdict().notes());
    counts(json.putObject("counts"), night.counts());
    json.put("read", night.tonight().read());
    json.put("quarantined", night.tonight().quarantined());
    ArrayNode quarantine = json.putArray("quarantine");
    report.quarantine().stream().limit(NightReport.QUARANTINE_MAX).forEach(quarantine::add);
    sources(json.putArray("sources"), report);
    panel(json.putArray("panel"), night.panel());
    ObjectNode timings = json.putObject("timingsMillis");
    report.timings().forEach((what, time) -> timings.put(what, time.toMillis()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  private static void findings(ArrayNode json, List<Finding> findings) {
    for (Finding finding : findings) {
      ObjectNode node = json.addObject();
      node.put("check", finding.check());
      node.put("subject", finding.subject());
      node.put("value", finding.value());
      node.put("limit", finding.limit());
      node.put("sentence", finding.sentence());
    }
  }

  private static void counts(ObjectNode json, Counts counts) {
    json.put("live", counts.live());
    json.put("candidate", counts.candidate());
    json.put("added", counts.added());
    json.put("replaced", counts.replaced());
    json.put("withdrawn", counts.withdrawn());
    json.put("absent", counts.absent());
    json.put("embargoed", counts.embargoed());
    json.put("lost", counts.lost());
  }

  private static void sources(ArrayNode json, NightReport report) {
    Nights nights = Nights.of(report.night(), report.zone());
    for (Intake.OfSource source : Intake.bySource(report.night().tonight().arrivals())) {
      ObjectNode node = json.addObject();
      node.put("source", source.source());
      intake(node, source.all());
      ArrayNode days = node.putArray("days");
      for (Intake day : source.days()) {
        ObjectNode one = days.addObject();
        one.put("day", day.day() == null ? null : day.day().toString());
        intake(one, day);
      }
      ArrayNode counts = node.putArray("nights");
      for (long count : nights.of(source.source())) {
        counts.add(count);
      }
    }
  }

  private static void intake(ObjectNode json, Intake intake) {
    json.put("added", intake.added());
    json.put("changed", intake.changed());
    json.put("unchanged", intake.unchanged());
    json.put("withdrawn", intake.withdrawn());
  }

  private static void panel(ArrayNode json, List<PanelAnswer> panel) {
    for (PanelAnswer answer : panel) {
      ObjectNode node = json.addObject();
      node.put("search", answer.search());
      node.put("totalBefore", answer.liveTotal());
      node.put("totalAfter", answer.candidateTotal());
      node.put("best", answer.live().size());
      node.put("bestKept", answer.kept());
      node.put("bestChanged", answer.changed());
      node.put("sameAnalysis", answer.isSameAnalysis());
    }
  }
}
