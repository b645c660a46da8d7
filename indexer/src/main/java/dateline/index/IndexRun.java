package dateline.index;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Place;
import dateline.corpus.read.Reading;
import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.EntityEdits;
import dateline.corpus.store.EntityIds;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.LearnedNames;
import dateline.index.annotate.Models;
import dateline.index.annotate.Recognizers;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.Manifest;
import dateline.index.lucene.LuceneWriter;
import dateline.index.schema.IndexNames;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run from delivered files to a published generation: read into the store, build aside,
/// verify, publish.
///
/// What the run brought belongs to it by its number. Until the pointer moves nothing of it counts,
/// and a killed run leaves nothing that the next one does not clear.
public final class IndexRun {
  private static final Logger LOG = LoggerFactory.getLogger(IndexRun.class);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final IndexOptions options;
  private final Gazetteer gazetteer;
  private final Clock clock;
  private final Progress progress;
  private final GenerationStore generations;

  private long added;
  private long replaced;
  private long unchanged;
  private long quarantined;
  private long warnings;
  private final Map<String, Long> unknownFields = new TreeMap<>();
  private final List<String> quarantine = new ArrayList<>();

  public IndexRun(IndexOptions options, Gazetteer gazetteer, Clock clock, Progress progress) {
    this.options = options;
    this.gazetteer = gazetteer;
    this.clock = clock;
    this.progress = progress;
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
    Files.createDirectories(options.home());
    try (RunLock _ = RunLock.take(options.home())) {
      Set<Long> builtOn = builtOn();
      try (ArchiveStore store = ArchiveStore.open(options.home(), builtOn, clock.instant());
          EntityIds ids = EntityIds.open(options.home());
          Recognizers recognizers = Recognizers.ofHome(options.home())) {
        return run(delivery, store, ids, recognizers, builtOn);
      }
    } catch (RunLock.Held e) {
      throw new RunInProgress(e.getMessage());
    }
  }

  /// The runs that count. Clears up behind killed runs.
  ///
  /// Where pointer or manifest is damaged, all runs count that ended in good order: the texts are
  /// safe in the store, and this run mends the rest by publishing.
  private Set<Long> builtOn() throws IOException {
    Optional<Generation> live;
    try {
      live = generations.live();
    } catch (IOException damage) {
      LOG.warn("building anew from the store: {}", damage.getMessage());
      return ArchiveStore.finishedRuns(options.home());
    }
    generations.sweep();
    Set<Long> runs = new TreeSet<>();
    live.ifPresent(generation -> runs.addAll(generation.manifest().runs()));
    return runs;
  }

  /// Another run is going on in the same home.
  public static final class RunInProgress extends Exception {
    private static final long serialVersionUID = 1;

    RunInProgress(@org.jspecify.annotations.Nullable String message) {
      super(message);
    }
  }

  private RunReport run(
      Delivery delivery,
      ArchiveStore store,
      EntityIds ids,
      Recognizers recognizers,
      Set<Long> builtOn)
      throws IOException {
    Instant started = clock.instant();
    Delivery.Walked walked = read(delivery, store);
    store.commit();
    Instant read = clock.instant();
    if (walked.filesRead() == 0 && quarantined == 0) {
      store.markFinished();
      throw new IOException(nothingToRead(walked.filesLeftOut()));
    }
    if (store.countLatest() == 0) {
      store.markFinished();
      throw new IOException(nothingToIndex());
    }
    String name = NAME.format(started) + "-" + store.run();
    var runs = new TreeSet<>(builtOn);
    runs.add(store.run());

    Path draft = generations.draft(name);
    Path tables = generations.tables(name);
    Annotator untaught = new Annotator(gazetteer).with(Models.of(options.home())).with(recognizers);
    LearnedNames names = NameLearning.of(untaught, store, started, options.workers(), progress);
    names.write(tables.resolve(LearnedNames.FILE));
    long articles;
    GenerationBuild build;
    try (var writer = new LuceneWriter(draft)) {
      build =
          new GenerationBuild(
              untaught.with(names),
              new EntityNaming(gazetteer, ids, EntityEdits.overlay(options.home())),
              ids,
              writer,
              started,
              progress);
      build.run(store, options.workers());
      articles = build.articles();
      writer.finish();
      for (Twin twin : Twin.values()) {
        writer.rarity(twin).write(tables.resolve(twin.rarityFile()));
      }
    }
    Instant built = clock.instant();

    progress.at(Progress.Stage.VERIFYING, 0, articles);
    var manifest =
        new Manifest(
            name,
            IndexNames.SCHEMA_VERSION,
            ArticleAnalyzers.VERSION,
            gazetteer.version(),
            recognizers.versions(),
            name,
            runs,
            articles,
            built,
            GenerationStore.seal(draft));
    Generation generation = generations.complete(draft, manifest);
    verify(generation);
    progress.at(Progress.Stage.VERIFYING, articles, articles);
    store.commit();
    generations.publish(generation);
    store.markFinished();
    Instant published = clock.instant();
    generations.sweep();
    LOG.info("published generation={} articles={} quarantined={}", name, articles, quarantined);
    return new RunReport(
        store.run(),
        name,
        added + replaced + unchanged + quarantined,
        added,
        replaced,
        unchanged,
        quarantined,
        walked.filesRead(),
        walked.filesLeftOut(),
        warnings,
        unknownFields,
        quarantine,
        gazetteer.problems().stream().map(Object::toString).toList(),
        unknownInEdits(ids),
        articles,
        build.embargoed(),
        build.withdrawn(),
        build.bytes(),
        Duration.between(started, read),
        Duration.between(read, built),
        Duration.between(built, published));
  }

  /// Carries a failure of the store through the reader, which hands on readings to a consumer.
  private static final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final IOException cause;

    StoreFailure(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private Delivery.Walked read(Delivery delivery, ArchiveStore store) throws IOException {
    try {
      return delivery.read(reading -> {
        try {
          take(reading, store);
        } catch (IOException e) {
          throw new StoreFailure(e);
        }
      });
    } catch (StoreFailure e) {
      throw e.cause;
    }
  }

  private void take(Reading reading, ArchiveStore store) throws IOException {
    switch (reading) {
      case Reading.Rejected(var where, var reason, var bytes) ->
          quarantine(where.file(), where.line(), where.toString(), reason, bytes, store);
      case Reading.Accepted(var where, var article, var noted, var unknown) -> {
        warnings += noted.isEmpty() ? 0 : 1;
        unknown.forEach(field -> unknownFields.merge(field, 1L, Long::sum));
        int length = options.idPrefix().length() + article.id().value().length();
        if (length > ArticleId.LENGTH_MAX) {
          refuse(
              where,
              article,
              "with --id-prefix its id has %d characters; at most %d are possible"
                  .formatted(length, ArticleId.LENGTH_MAX),
              store);
          return;
        }
        switch (store.add(prefixed(article))) {
          case ArchiveStore.Outcome.Added() -> added++;
          case ArchiveStore.Outcome.Replaced() -> replaced++;
          case ArchiveStore.Outcome.Unchanged() -> unchanged++;
          case ArchiveStore.Outcome.IdTaken(var owner) ->
              refuse(
                  where,
                  article,
                  "id "
                      + article.id()
                      + " belongs to "
                      + (owner.isEmpty() ? "another source" : owner)
                      + "; use --id-prefix to keep the two apart",
                  store);
        }
      }
    }
    long records = added + replaced + unchanged + quarantined;
    progress.at(Progress.Stage.READING, records, 0);
  }

  private void refuse(Place where, Article article, String reason, ArchiveStore store)
      throws IOException {
    String text = article.text(Zone.HEADLINE) + "\n\n" + article.body();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    quarantine(where.file(), where.line(), where.toString(), reason, bytes, store);
  }

  private void quarantine(
      String file, long line, String where, String reason, byte[] bytes, ArchiveStore store)
      throws IOException {
    quarantined++;
    if (quarantine.size() < RunReport.LISTED_MAX) {
      quarantine.add(where + ": " + reason);
    }
    store.quarantine(file, line, reason, bytes);
  }

  private Article prefixed(Article article) {
    return options.idPrefix().isEmpty()
        ? article
        : article.withId(new ArticleId(options.idPrefix() + article.id()));
  }

  /// Ids in editors' repairs that no entity has or had.
  private List<String> unknownInEdits(EntityIds ids) throws IOException {
    var problems = new ArrayList<String>();
    for (EntityEdits.Made made : EntityEdits.all(options.home())) {
      for (String id : made.isUndone() ? List.<String>of() : made.edit().ids()) {
        EntityKind kind = made.edit().kind();
        if (!ids.isMinted(kind, id) && !gazetteer.has(kind, id)) {
          problems.add(
              "edit %d names %s/%s, which is no entity".formatted(made.number(), kind.word(), id));
        }
      }
    }
    return problems;
  }

  /// Reads the whole generation once more from disk.
  private void verify(Generation generation) throws IOException {
    List<String> damages = generations.damages(generation);
    if (!damages.isEmpty()) {
      throw new IOException(
          "the new generation "
              + generation.name()
              + " was not written well: "
              + String.join("; ", damages)
              + ". The old one goes on answering. Check the disk and index again.");
    }
    long found = LuceneWriter.verify(generation.directory());
    if (found != generation.manifest().articles()) {
      throw new IOException(
          "the new generation "
              + generation.name()
              + " holds "
              + found
              + " articles instead of "
              + generation.manifest().articles()
              + ". The old one goes on answering. Index again.");
    }
  }

  private String nothingToRead(long filesLeftOut) {
    String leftOut =
        filesLeftOut == 0
            ? ""
            : "; left out by rule were " + filesLeftOut + " hidden, readme or licence files";
    return "there is no file to read in "
        + sources()
        + leftOut
        + ". Check the path, or name a file by its own path to have it read. Nothing was changed.";
  }

  private String sources() {
    return String.join(", ", options.sources().stream().map(Path::toString).toList());
  }

  private String nothingToIndex() {
    String first = quarantine.isEmpty() ? "" : "\nThe first reason: " + quarantine.getFirst();
    return "no article could be read from "
        + sources()
        + " (in quarantine: "
        + quarantined
        + "), so there is nothing to index."
        + first
        + "\nDateline reads JSON Lines and lists, plain text, Reuters-21578 and TREC SGML, also as .gz and .zst.";
  }
}
