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
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Recognises, names and writes every article that a run sees.
///
/// Recognition and analysis run on all workers; ids are given in between on the run's own thread,
/// in the order of the store. While one batch is written the next is read and recognised, and no
/// more than two are held.
final class GenerationBuild {
  private static final int BATCH = 256;

  private final Annotator annotator;
  private final EntityNaming naming;
  private final EntityIds ids;
  private final LuceneWriter writer;
  private final Instant now;
  private final Progress progress;
  private final List<StoredVersion> batch = new ArrayList<>();
  private List<Future<?>> writing = List.of();
  private long articles;
  private long embargoed;
  private long withdrawn;
  private long bytes;

  GenerationBuild(
      Annotator annotator,
      EntityNaming naming,
      EntityIds ids,
      LuceneWriter writer,
      Instant now,
      Progress progress) {
    this.annotator = annotator;
    this.naming = naming;
    this.ids = ids;
    this.writer = writer;
    this.now = now;
    this.progress = progress;
  }

  long articles() {
    return articles;
  }

  long embargoed() {
    return embargoed;
  }

  long withdrawn() {
    return withdrawn;
  }

  /// Characters of headline and body.
  long bytes() {
    return bytes;
  }

  void run(ArchiveStore store, int workers) throws IOException {
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      try {
        long of = store.countLatest();
        store.forEachLatest(version -> {
          if (version.article().isWithdrawn()) {
            withdrawn++;
            return;
          }
          if (version.article().isEmbargoedAt(now)) {
            embargoed++;
            return;
          }
          batch.add(version);
          if (batch.size() == BATCH) {
            build(pool);
            progress.at(Progress.Stage.BUILDING, articles, of);
          }
        });
        build(pool);
        await(writing);
        progress.at(Progress.Stage.BUILDING, articles, of);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private void build(ExecutorService pool) throws IOException {
    List<Future<List<FoundEntity>>> recognising =
        batch.stream()
            .map(version -> pool.submit(() -> annotator.annotate(version.article())))
            .toList();
    var named = new ArrayList<IndexedArticle>();
    for (int i = 0; i < batch.size(); i++) {
      Article article = batch.get(i).article();
      named.add(naming.name(batch.get(i).sequence(), article, result(recognising.get(i))));
      bytes += article.text(Zone.HEADLINE).length() + (long) article.body().length();
    }
    ids.save(); // before an article that bears them can be published
    await(writing);
    var submitted = new ArrayList<Future<?>>();
    for (IndexedArticle article : named) {
      submitted.add(
          pool.submit(() -> {
            writer.add(article);
            return null;
          }));
    }
    writing = submitted;
    articles += named.size();
    batch.clear();
  }

  private static void await(List<Future<?>> tasks) throws IOException {
    for (Future<?> task : tasks) {
      result(task);
    }
  }

  private static <T> T result(Future<T> task) throws IOException {
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
