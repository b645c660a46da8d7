package dateline.index;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.corpus.store.ArchiveStore;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.StoredVersion;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.FoundEntity;
import dateline.index.generation.IndexedArticle;
import dateline.index.lucene.LuceneWriter;
import dateline.index.lucene.PublishedArticles;
import dateline.index.meaning.Meaning;
import dateline.index.night.Night;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Recognises, names and writes articles, and counts what becomes of them beside the live
/// generation.
///
/// Recognition and analysis run on all workers; ids are given in between on the run's own thread,
/// in the order of the store. While one batch is written the next is read and recognised, and no
/// more than two are held.
final class GenerationBuild implements Closeable {
  private static final int BATCH = 256;

  /// So many articles are done again when a run was killed and goes on.
  private static final int CHECKPOINT = 20_000;

  private final Annotator annotator;
  private final EntityNaming naming;
  private final ArticleVectors vectors;
  private final EntityIds ids;
  private final LuceneWriter writer;
  private final boolean isAnew;
  private final @Nullable PublishedArticles live;
  private final Instant now;
  private final DiskSpace space;
  private final ExecutorService pool;
  private final List<StoredVersion> batch = new ArrayList<>();
  private final StoryPass.Touched touched = new StoryPass.Touched();
  private List<Future<?>> writing = List.of();
  private long written;
  private long added;
  private long replaced;
  private long removed;
  private long withdrawn;
  private long embargoed;
  private long embargoedLive;
  private long withdrawnLive;
  private long bytes;

  /// @param isAnew whether the writer's index is empty
  /// @param live null when there is none
  GenerationBuild(
      Annotator annotator,
      EntityNaming naming,
      ArticleVectors vectors,
      EntityIds ids,
      LuceneWriter writer,
      boolean isAnew,
      @Nullable PublishedArticles live,
      Instant now,
      int workers,
      DiskSpace space) {
    this.annotator = annotator;
    this.naming = naming;
    this.vectors = vectors;
    this.ids = ids;
    this.writer = writer;
    this.isAnew = isAnew;
    this.live = live;
    this.now = now;
    this.space = space;
    pool = Executors.newFixedThreadPool(workers);
  }

  /// Articles that were recognised and written.
  long written() {
    return written;
  }

  /// Articles met that wait for their moment, or are past it.
  long embargoed() {
    return embargoed;
  }

  /// Articles met that were taken back.
  long withdrawn() {
    return withdrawn;
  }

  /// Characters of headline and body.
  long bytes() {
    return bytes;
  }

  /// Articles that are other than in the live generation.
  long changes() {
    return added + replaced + removed;
  }

  /// Of an incremental run; else nothing.
  StoryPass.Touched touched() {
    return touched;
  }

  /// Beside the live generation, with every withdrawal counted as one by its publisher.
  ///
  /// @param articles in the index that was written
  Night.Counts counts(long articles) {
    return new Night.Counts(
        live == null ? 0 : live.articles(),
        articles,
        added,
        replaced,
        withdrawnLive,
        0,
        embargoedLive);
  }

  /// Writes every article that the store shows, from a checkpoint on.
  ///
  /// @param from number of the last version that is written already; 0 for none
  /// @param versions for checkpoints
  void all(ArchiveStore store, long from, String versions, Progress progress) throws IOException {
    withdraw(store.withdrawn());
    long of = store.shown().count();
    long[] met = new long[1];
    long[] marked = new long[1];
    store
        .shown()
        .forEach(version -> {
          if (version.sequence() > from) {
            take(version);
          } else {
            count(version);
          }
          met[0]++;
          if (batch.isEmpty() && written - marked[0] >= CHECKPOINT) {
            await(writing);
            writer.mark(new LuceneWriter.Checkpoint(version.sequence(), versions));
            marked[0] = written;
          }
          progress.at(Progress.Stage.BUILDING, met[0], of);
        });
    finish();
    progress.at(Progress.Stage.BUILDING, of, of);
  }

  /// Writes some versions.
  ///
  /// @param sequences their numbers, ascending
  /// @param again ids of articles that must be done again even where the live generation holds this
  ///   version
  void those(ArchiveStore store, List<Long> sequences, Set<String> again, Progress progress)
      throws IOException {
    withdraw(store.withdrawn());
    long met = 0;
    for (long sequence : sequences) {
      StoredVersion version = store.shown().version(sequence);
      String id = version.article().id().value();
      boolean isThere = sequence(id).equals(OptionalLong.of(sequence));
      if (!isThere || again.contains(id) || !isVisible(version.article())) {
        touched.articles().add(id);
        touched.stories().add(live == null ? 0 : live.story(id));
        take(version);
      }
      progress.at(Progress.Stage.BUILDING, met++, sequences.size());
    }
    finish();
    progress.at(Progress.Stage.BUILDING, met, met);
  }

  /// Leaves out what was taken back.
  private void withdraw(Set<String> ids) throws IOException {
    for (String id : ids) {
      if (sequence(id).isPresent()) {
        touched.articles().add(id);
        touched.stories().add(live == null ? 0 : live.story(id));
        removed++;
        withdrawn++;
        withdrawnLive++;
      }
    }
    if (!isAnew) {
      writer.expunge(ids);
    }
  }

  private void take(StoredVersion version) throws IOException {
    count(version);
    if (!isVisible(version.article())) {
      if (!isAnew) {
        writer.remove(version.article().id().value());
      }
      return;
    }
    batch.add(version);
    if (batch.size() == BATCH) {
      build();
    }
  }

  private void count(StoredVersion version) throws IOException {
    Article article = version.article();
    OptionalLong before = sequence(article.id().value());
    if (isVisible(article)) {
      added += before.isEmpty() ? 1 : 0;
      replaced += before.isPresent() && before.getAsLong() != version.sequence() ? 1 : 0;
      return;
    }
    removed += before.isPresent() ? 1 : 0;
    if (article.isWithdrawn()) {
      withdrawn++;
      withdrawnLive += before.isPresent() ? 1 : 0;
    } else {
      embargoed++;
      embargoedLive += before.isPresent() ? 1 : 0;
    }
  }

  private boolean isVisible(Article article) {
    return !article.isWithdrawn() && !article.isEmbargoedAt(now) && !article.isExpiredAt(now);
  }

  private OptionalLong sequence(String id) throws IOException {
    return live == null ? OptionalLong.empty() : live.sequence(id);
  }

  private void finish() throws IOException {
    build();
    await(writing);
  }

  private void build() throws IOException {
    space.require(0);
    List<Future<List<FoundEntity>>> recognising =
        batch.stream()
            .map(version -> pool.submit(() -> annotator.annotate(version.article())))
            .toList();
    var encoding = new ArrayList<Future<@Nullable Meaning>>();
    for (StoredVersion version : batch) {
      encoding.add(pool.submit(vectors.of(version)));
    }
    var named = new ArrayList<IndexedArticle>();
    for (int i = 0; i < batch.size(); i++) {
      Article article = batch.get(i).article();
      named.add(
          naming
              .name(batch.get(i).sequence(), article, result(recognising.get(i)))
              .with(result(encoding.get(i))));
      bytes += article.text(Zone.HEADLINE).length() + (long) article.body().length();
    }
    ids.save(); // before an article that bears them can be published
    await(writing);
    var submitted = new ArrayList<Future<?>>();
    for (IndexedArticle article : named) {
      submitted.add(
          pool.submit(() -> {
            if (isAnew) {
              writer.add(article);
            } else {
              writer.replace(article);
            }
            return null;
          }));
    }
    writing = submitted;
    written += named.size();
    batch.clear();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private static void await(List<Future<?>> tasks) throws IOException {
    for (Future<?> task : tasks) {
      result(task);
    }
  }

  private static <T extends @Nullable Object> T result(Future<T> task) throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted; nothing was published", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException("an article could not be indexed", e.getCause());
    }
  }
}
