package dateline.index;

import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.EntityIds;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.LearnedNames;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.Lineage;
import dateline.index.generation.Manifest;
import dateline.index.generation.TableSeals;
import dateline.index.lucene.LuceneWriter;
import dateline.index.lucene.PublishedArticles;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Builds the next generation beside the live one, and reads it once more from disk.
final class CandidateBuild {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final IndexOptions options;
  private final Recipe recipe;
  private final GenerationStore generations;
  private final Clock clock;
  private final Progress progress;

  private final ArchiveStore store;
  private final EntityIds ids;
  private final Plan plan;
  private final Optional<Generation> live;
  private final Instant started;

  CandidateBuild(
      IndexOptions options,
      Recipe recipe,
      GenerationStore generations,
      Clock clock,
      Progress progress,
      ArchiveStore store,
      EntityIds ids,
      Plan plan,
      Optional<Generation> live,
      Instant started) {
    this.options = options;
    this.recipe = recipe;
    this.generations = generations;
    this.clock = clock;
    this.progress = progress;
    this.store = store;
    this.ids = ids;
    this.plan = plan;
    this.live = live;
    this.started = started;
  }

  /// The generation, complete and verified.
  ///
  /// @param changes since the base of an incremental plan
  /// @param counted runs whose versions it holds
  Candidate build(Changes changes, Set<Long> counted) throws IOException {
    String name =
        generations.leftDraft(store.run()).orElse(NAME.format(started) + "-" + store.run());
    try (PublishedArticles published =
        live.isEmpty() ? null : new PublishedArticles(live.get().directory())) {
      return build(name, changes, published, counted);
    } catch (IOException e) {
      generations.discardDraft(name); // it takes room where room may be what is missing
      throw e;
    }
  }

  private Candidate build(
      String name, Changes changes, @Nullable PublishedArticles published, Set<Long> counted)
      throws IOException {
    long needed = plan.isIncremental() ? 0 : live.map(CandidateBuild::bytes).orElse(0L);
    var space = new DiskSpace(options.home());
    space.require(needed);
    String tables = plan.tables() == null ? name : plan.tables().manifest().tables();
    String signature = recipe.versions() + " " + recipe.repairs().indexed() + " " + tables;
    Path draft = generations.draft(name);
    Optional<LuceneWriter.Checkpoint> checkpoint =
        LuceneWriter.checkpoint(draft)
            .filter(mark -> !plan.isIncremental() && mark.versions().equals(signature));
    if (checkpoint.isEmpty()) {
      generations.discardDraft(name);
      generations.draft(name);
    }
    Annotator annotator = annotator(tables);
    Generation base = plan.base();
    if (base != null) {
      GenerationStore.share(base, draft);
    }
    boolean isAnew = base == null && checkpoint.isEmpty();
    var naming = new EntityNaming(recipe.gazetteer(), ids, recipe.repairs().overlay());
    GenerationBuild done;
    long articles;
    try (LuceneWriter writer = isAnew ? new LuceneWriter(draft) : LuceneWriter.onto(draft);
        var build =
            new GenerationBuild(
                annotator,
                naming,
                vectors(published),
                ids,
                writer,
                isAnew,
                published,
                started,
                options.workers(),
                space)) {
      if (base == null) {
        build.all(
            store,
            checkpoint.map(LuceneWriter.Checkpoint::sequence).orElse(0L),
            signature,
            progress);
      } else {
        build.those(store, store.shown().of(changes.articles()), changes.again(), progress);
      }
      new StoryPass(writer, store, progress).group(base == null ? null : build.touched());
      writer.finish();
      if (plan.tables() == null) {
        for (Twin twin : Twin.values()) {
          writer.rarity(twin).write(generations.tables(name).resolve(twin.rarityFile()));
        }
      }
      done = build;
      articles = writer.articles();
    } // the folder gets its final name when nobody writes into it
    return complete(draft, manifest(name, tables, counted, draft, done, articles), done);
  }

  private ArticleVectors vectors(@Nullable PublishedArticles published) {
    boolean areOfOneModel =
        Objects.equals(
            recipe.versions().meaning(), live.map(each -> each.manifest().meaning()).orElse(null));
    return new ArticleVectors(recipe.encoder(), areOfOneModel ? published : null);
  }

  private Annotator annotator(String tables) throws IOException {
    Annotator untaught = recipe.annotator();
    Path file = generations.tables(tables).resolve(LearnedNames.FILE);
    if (plan.tables() == null && !Files.exists(file)) {
      LearnedNames learned = NameLearning.of(untaught, store, started, options.workers(), progress);
      Path draft = file.resolveSibling(LearnedNames.FILE + ".draft");
      learned.write(draft);
      Files.move(draft, file); // a killed run leaves the whole table or none
      return untaught.with(learned);
    }
    return untaught.with(LearnedNames.read(file));
  }

  private Manifest manifest(
      String name,
      String tables,
      Set<Long> counted,
      Path draft,
      GenerationBuild build,
      long articles)
      throws IOException {
    Generation learned = plan.tables();
    var lineage =
        new Lineage(
            plan.base() == null ? null : plan.base().name(),
            recipe.versions().recognition(),
            recipe.repairs().indexed(),
            started,
            learned == null ? articles : learned.manifest().lineage().learnedFrom(),
            learned == null ? 0 : learned.manifest().lineage().changedSince() + build.changes());
    return new Manifest(
        name,
        recipe.versions().schema(),
        recipe.versions().analyzers(),
        recipe.versions().gazetteer(),
        recipe.recognizers(),
        recipe.versions().meaning(),
        tables,
        new TreeSet<>(counted),
        articles,
        clock.instant(),
        lineage,
        GenerationStore.seal(draft, Optional.ofNullable(plan.base())));
  }

  private Candidate complete(Path draft, Manifest manifest, GenerationBuild build)
      throws IOException {
    progress.at(Progress.Stage.VERIFYING, 0, manifest.articles());
    Generation generation = generations.complete(draft, manifest);
    verify(generation);
    progress.at(Progress.Stage.VERIFYING, manifest.articles(), manifest.articles());
    return new Candidate(
        generation,
        build.written(),
        build.counts(manifest.articles()),
        build.embargoed(),
        build.withdrawn(),
        build.bytes());
  }

  /// Reads all that is new in the generation once more from disk.
  private void verify(Generation generation) throws IOException {
    Optional<Generation> base = Optional.ofNullable(plan.base());
    var damages = new ArrayList<>(generations.damages(generation, base));
    damages.addAll(TableSeals.damages(generation.tables()));
    if (!damages.isEmpty()) {
      throw new IOException(
          "the new generation "
              + generation.name()
              + " was not written well: "
              + String.join("; ", damages)
              + ". The old one goes on answering. Check the disk and index again.");
    }
    Set<String> shared =
        base.isEmpty() ? Set.of() : new HashSet<>(base.get().manifest().files().keySet());
    long found = LuceneWriter.verify(generation.directory(), file -> !shared.contains(file));
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

  private static long bytes(Generation generation) {
    return generation.manifest().files().values().stream()
        .mapToLong(Manifest.FileSeal::bytes)
        .sum();
  }
}
