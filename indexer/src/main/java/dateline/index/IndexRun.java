package dateline.index;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.read.Delivery;
import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.RunRecord;
import dateline.corpus.store.Runs;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.index.IndexOptions.Wish;
import dateline.index.annotate.Recognizers;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.night.Judge;
import dateline.index.night.Night;
import dateline.index.night.PanelAnswer;
import dateline.index.night.QueryPanel;
import dateline.index.night.Thresholds;
import dateline.index.night.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run from delivered files to a published generation: read into the store, build aside,
/// verify, judge, publish.
///
/// What the run brought belongs to it by its number. Until the pointer moves nothing of it counts,
/// and a killed run leaves nothing that the next one does not clear, or go on with.
public final class IndexRun {
  private static final Logger LOG = LoggerFactory.getLogger(IndexRun.class);

  private final IndexOptions options;
  private final Gazetteer gazetteer;
  private final Clock clock;
  private final Progress progress;
  private final QueryPanel panel;
  private final GenerationStore generations;

  /// Without searches to compare answers by.
  public IndexRun(IndexOptions options, Gazetteer gazetteer, Clock clock, Progress progress) {
    this(options, gazetteer, clock, progress, (_, _) -> List.of());
  }

  /// @param panel searches that the live generation and the new one must answer alike
  public IndexRun(
      IndexOptions options, Gazetteer gazetteer, Clock clock, Progress progress, QueryPanel panel) {
    this.options = options;
    this.gazetteer = gazetteer;
    this.clock = clock;
    this.progress = progress;
    this.panel = panel;
    generations = new GenerationStore(options.home());
  }

  /// Runs once.
  ///
  /// @throws RunInProgress when another run holds the home
  /// @throws IOException when a source is missing, or the disk, the store or the index fails;
  ///   nothing is published
  public RunReport run() throws IOException, RunInProgress {
    Delivery delivery = Delivery.of(options.sources());
    HomeCheck.of(options);
    Thresholds thresholds = Thresholds.ofHome(options.home()); // a slip there shows before the work
    if (options.wishes(Wish.DRY_RUN) && !Files.exists(options.home().resolve(RunLock.FILE))) {
      return new Rehearsal(options, gazetteer, clock, progress)
          .of(delivery, Optional.empty(), Set.of());
    }
    Files.createDirectories(options.home());
    try (RunLock _ = RunLock.take(options.home())) {
      Optional<Generation> live = live();
      Set<Long> counted = counted(live);
      if (options.wishes(Wish.DRY_RUN)) {
        return new Rehearsal(options, gazetteer, clock, progress).of(delivery, live, counted);
      }
      var opening =
          options.wishes(Wish.RESUME) ? ArchiveStore.Opening.RESUMED : ArchiveStore.Opening.FRESH;
      // a model that is missing shows before anything is written
      try (ChosenEncoder chosen = ChosenEncoder.of(options, live);
          ArchiveStore store =
              ArchiveStore.open(
                  options.home(), counted, options.takenIn(), opening, clock.instant());
          EntityIds ids = EntityIds.open(options.home());
          Recognizers plugged = Recognizers.ofHome(options.home())) {
        counted.addAll(options.takenIn());
        counted.add(store.run());
        Recipe recipe = Recipe.of(options.home(), gazetteer, plugged, chosen.encoder());
        return run(delivery, store, ids, live, counted, recipe, thresholds);
      }
    } catch (RunLock.Held e) {
      throw new RunInProgress(e.getMessage());
    }
  }

  /// Another run is going on in the same home.
  public static final class RunInProgress extends Exception {
    private static final long serialVersionUID = 1;

    RunInProgress(@Nullable String message) {
      super(message);
    }
  }

  /// The generation to compare with and to build upon. Empty where pointer or manifest is damaged:
  /// the texts are safe in the store, and this run mends the rest by publishing.
  private Optional<Generation> live() {
    try {
      return generations.live();
    } catch (IOException damage) {
      LOG.warn("building anew from the store: {}", damage.getMessage());
      return Optional.empty();
    }
  }

  /// The runs that count: those of the live generation. Where the pointer is damaged, all that
  /// ended in good order.
  private Set<Long> counted(Optional<Generation> live) throws IOException {
    return new TreeSet<>(
        live.isPresent() ? live.get().manifest().runs() : Runs.finished(options.home()));
  }

  private RunReport run(
      Delivery delivery,
      ArchiveStore store,
      EntityIds ids,
      Optional<Generation> live,
      Set<Long> counted,
      Recipe recipe,
      Thresholds thresholds)
      throws IOException {
    Instant started = clock.instant();
    sweep(store, live.isPresent());
    var intake = new Intake(store, options.idPrefix(), started, progress);
    intake.read(delivery);
    if (options.wishes(Wish.COMPLETE)) {
      Completeness.check(intake, options.sources());
      intake.withdrawAbsent();
    }
    takeBack(intake.tombstones());
    RunReport.Account account = intake.account();
    store.note(account.read(), account.quarantined(), intake.arrivals());
    Instant read = clock.instant();
    if (store.shown().count() == 0 && live.isEmpty()) {
      store.end(RunRecord.State.FINISHED);
      throw new IOException(NothingToIndex.message(options.sources(), intake));
    }

    Plan hoped = plan(live, Soundness.SOUND, recipe, store);
    Changes changes = Changes.of(hoped, store, recipe.repairs(), started);
    var report =
        new ReportDraft(
            store,
            intake,
            hoped,
            live,
            recipe.repairs().unknown(ids, gazetteer),
            gazetteer,
            started,
            read,
            thresholds.zone());
    boolean isIdle = hoped.isIncremental() && changes.isEmpty();
    // a run each minute that waits for embargoes does not read the whole index each time
    Soundness soundness =
        live.isEmpty() || (isIdle && options.sources().isEmpty())
            ? Soundness.SOUND
            : Soundness.of(generations, live.get());
    if (isIdle && soundness.isSound()) {
      store.end(RunRecord.State.FINISHED);
      return report.nothingNew(clock.instant());
    }
    if (!soundness.isSound()) {
      LOG.warn("building anew from the store: {}", soundness);
    }
    Plan plan = plan(live, soundness, recipe, store);
    // what is damaged is no measure for the judge
    Optional<Generation> compared = live.filter(_ -> soundness.index() == null);
    Candidate candidate =
        new CandidateBuild(
                options, recipe, generations, clock, progress, store, ids, plan, compared, started)
            .build(changes, counted);
    Instant judging = clock.instant();
    List<PanelAnswer> answers =
        compared.isEmpty() || !soundness.isSound()
            ? List.of()
            : panel.ask(compared.get(), candidate.generation());
    Night night = report.night(candidate.counts(intake.absent()), answers);
    Verdict verdict = new Judge(thresholds).judge(night);
    boolean isPublished = verdict.isAccepted() || options.wishes(Wish.FORCE);
    if (isPublished) {
      store.commit();
      new Publication(options.home(), generations).of(candidate.generation(), clock.instant());
      store.published(counted);
    } else {
      store.end(RunRecord.State.HELD);
    }
    sweep(store, true);
    LOG.info(
        "{} generation={} articles={} quarantined={}",
        isPublished ? "published" : "refused",
        candidate.generation().name(),
        night.counts().candidate(),
        account.quarantined());
    return report
        .builtBy(plan)
        .of(candidate, night, verdict, isPublished, judging, clock.instant());
  }

  /// What was taken back is taken back at once, whatever becomes of the run.
  private void takeBack(List<Tombstone> tombstones) throws IOException {
    if (!tombstones.isEmpty()) {
      try (Tombstones all = Tombstones.open(options.home())) {
        all.add(tombstones);
      }
    }
  }

  private Plan plan(
      Optional<Generation> live, Soundness soundness, Recipe recipe, ArchiveStore store)
      throws IOException {
    long changing =
        live.isEmpty() ? 0 : store.shown().touchedSince(live.get().manifest().runs()).size();
    return Plan.of(options.mode(), live, soundness, recipe.versions(), changing);
  }

  private void sweep(ArchiveStore store, boolean isSound) throws IOException {
    if (!isSound && generations.hasPointer()) {
      return; // damaged: who knows what is needed still
    }
    var finished = new TreeSet<Long>();
    var held = new TreeSet<Long>();
    var goingOn = new TreeSet<Long>();
    for (RunRecord run : store.runs()) {
      switch (run.state()) {
        case FINISHED -> finished.add(run.run());
        case HELD -> held.add(run.run());
        case OPEN -> goingOn.add(run.run());
      }
    }
    generations.sweep(new GenerationStore.Keep(options.keep(), finished, held, goingOn));
  }
}
