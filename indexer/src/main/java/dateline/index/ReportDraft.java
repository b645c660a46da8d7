package dateline.index;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.RunRecord;
import dateline.index.generation.Generation;
import dateline.index.night.Night;
import dateline.index.night.NightReport;
import dateline.index.night.PanelAnswer;
import dateline.index.night.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts together what a run has to tell.
final class ReportDraft {
  private final ArchiveStore store;
  private final Intake intake;
  private final Plan plan;
  private final Optional<Generation> live;
  private final List<String> unknownInEdits;
  private final Gazetteer gazetteer;
  private final Instant started;
  private final Instant read;
  private final ZoneId zone;

  ReportDraft(
      ArchiveStore store,
      Intake intake,
      Plan plan,
      Optional<Generation> live,
      List<String> unknownInEdits,
      Gazetteer gazetteer,
      Instant started,
      Instant read,
      ZoneId zone) {
    this.store = store;
    this.intake = intake;
    this.plan = plan;
    this.live = live;
    this.unknownInEdits = unknownInEdits;
    this.gazetteer = gazetteer;
    this.started = started;
    this.read = read;
    this.zone = zone;
  }

  /// The same of a run that was built otherwise than was hoped.
  ReportDraft builtBy(Plan other) {
    return new ReportDraft(
        store, intake, other, live, unknownInEdits, gazetteer, started, read, zone);
  }

  /// What the judge is to look at.
  Night night(Night.Counts counts, List<PanelAnswer> answers) throws IOException {
    List<RunRecord> past = new ArrayList<>();
    RunRecord tonight = null;
    for (RunRecord run : store.runs()) {
      if (run.run() == store.run()) {
        tonight = run;
      } else if (run.state() == RunRecord.State.FINISHED) {
        past.add(run);
      }
    }
    return new Night(Objects.requireNonNull(tonight), past, counts, answers);
  }

  /// Of a run that left the archive as it was.
  RunReport nothingNew(Instant ended) throws IOException {
    Generation same = live.orElseThrow();
    long articles = same.manifest().articles();
    return report(
        RunReport.Outcome.NOTHING_NEW,
        null,
        articles,
        same.manifest().lineage().drift(),
        night(new Night.Counts(articles, articles, 0, 0, 0, 0, 0), List.of()),
        new Verdict(List.of(), List.of()),
        ended,
        ended);
  }

  /// Of a run that changed nothing since it was told not to.
  RunReport rehearsed(long absent, Instant ended) throws IOException {
    long before = live.map(same -> same.manifest().articles()).orElse(0L);
    RunReport.Account account = intake.account();
    return report(
        RunReport.Outcome.REHEARSED,
        null,
        before,
        live.map(same -> same.manifest().lineage().drift()).orElse(0.0),
        night(
            new Night.Counts(
                before,
                before + account.added() - account.withdrawn() - absent,
                account.added(),
                account.changed(),
                account.withdrawn(),
                absent,
                0),
            List.of()),
        new Verdict(List.of(), List.of()),
        ended,
        ended);
  }

  RunReport of(
      Candidate candidate,
      Night night,
      Verdict verdict,
      boolean isPublished,
      Instant judging,
      Instant ended)
      throws IOException {
    return report(
        isPublished ? RunReport.Outcome.PUBLISHED : RunReport.Outcome.REFUSED,
        candidate,
        isPublished ? night.counts().candidate() : night.counts().live(),
        candidate.generation().manifest().lineage().drift(),
        night,
        verdict,
        judging,
        ended);
  }

  private RunReport report(
      RunReport.Outcome outcome,
      @Nullable Candidate candidate,
      long articles,
      double drift,
      Night night,
      Verdict verdict,
      Instant judging,
      Instant ended)
      throws IOException {
    var times =
        new RunReport.Times(
            Duration.between(started, read),
            Duration.between(read, judging),
            Duration.between(judging, ended));
    var timings = new LinkedHashMap<String, Duration>();
    timings.put("reading", times.reading());
    timings.put("building", times.building());
    timings.put("judging", times.judging());
    return new RunReport(
        store.run(),
        outcome,
        candidate == null ? null : candidate.generation().name(),
        how(),
        intake.account(),
        intake.walked().filesRead(),
        intake.walked().filesLeftOut(),
        intake.warnings(),
        intake.unknownFields(),
        intake.quarantine(),
        gazetteer.problems().stream().map(Object::toString).toList(),
        unknownInEdits,
        notes(),
        articles,
        candidate == null ? 0 : candidate.written(),
        candidate == null ? 0 : candidate.embargoed(),
        candidate == null ? 0 : candidate.bytes(),
        drift,
        times,
        new NightReport(night, verdict, timings, intake.quarantine(), zone));
  }

  private String how() {
    Generation base = plan.base();
    return base != null
        ? "on " + base.name()
        : (plan.tables() == null ? "anew and learned from" : "anew") + ": " + plan.reason();
  }

  private List<String> notes() throws IOException {
    var notes = new ArrayList<String>();
    if (store.isResumed()) {
      notes.add("went on with the run that was killed");
    }
    if (intake.account().read() == 0) {
      List<RunRecord> past =
          store.runs().stream()
              .filter(run -> run.state() == RunRecord.State.FINISHED && run.run() != store.run())
              .toList();
      EmptyDelivery.warning(past, started).ifPresent(notes::add);
    }
    return notes;
  }
}
