package dateline.index;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.read.Delivery;
import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.ArchiveStore.Opening;
import dateline.index.IndexOptions.Wish;
import dateline.index.annotate.Recognizers;
import dateline.index.generation.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A run that only tells what it would take in and how it would build.
final class Rehearsal {
  private final IndexOptions options;
  private final Gazetteer gazetteer;
  private final Clock clock;
  private final Progress progress;

  Rehearsal(IndexOptions options, Gazetteer gazetteer, Clock clock, Progress progress) {
    this.options = options;
    this.gazetteer = gazetteer;
    this.clock = clock;
    this.progress = progress;
  }

  /// @param live the generation that a run would build upon
  /// @param counted the runs that count
  RunReport of(Delivery delivery, Optional<Generation> live, Set<Long> counted) throws IOException {
    if (Files.exists(options.home().resolve(ArchiveStore.FILE))) {
      return in(options.home(), delivery, live, counted);
    }
    Path empty = Files.createTempDirectory("dateline");
    try {
      return in(empty, delivery, live, counted);
    } finally {
      try (var files = Files.list(empty)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(empty);
    }
  }

  private RunReport in(Path home, Delivery delivery, Optional<Generation> live, Set<Long> counted)
      throws IOException {
    try (ArchiveStore store = ArchiveStore.open(home, counted, Opening.TRIAL, clock.instant())) {
      var started = clock.instant();
      var intake = new Intake(store, options.idPrefix(), started, progress);
      intake.read(delivery);
      if (options.wishes(Wish.COMPLETE)) {
        Completeness.check(intake, options.sources());
        intake.withdrawAbsent();
      }
      store.note(intake.account().read(), intake.account().quarantined(), intake.arrivals());
      long changing =
          live.isEmpty() ? 0 : store.shown().touchedSince(live.get().manifest().runs()).size();
      Plan plan = Plan.of(options.mode(), live, Soundness.SOUND, versions(live), changing);
      var read = clock.instant();
      return new ReportDraft(
              store, intake, plan, live, List.of(), gazetteer, started, read, ZoneOffset.UTC)
          .rehearsed(intake.absent(), read);
    }
  }

  private Versions versions(Optional<Generation> live) throws IOException {
    try (Recognizers plugged = Recognizers.ofHome(options.home());
        ChosenEncoder chosen = ChosenEncoder.of(options, live)) {
      return Recipe.of(options.home(), gazetteer, plugged, chosen.encoder()).versions();
    }
  }
}
