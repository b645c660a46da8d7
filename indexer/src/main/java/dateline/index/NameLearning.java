package dateline.index;

import dateline.corpus.Article;
import dateline.corpus.store.ArchiveStore;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.LearnedNames;
import dateline.index.annotate.NamesSeen;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads all articles that a run will index once before, so that each of them can be recognised by
/// what the others say.
final class NameLearning {
  private static final int BATCH = 256;

  private NameLearning() {}

  static LearnedNames of(
      Annotator annotator, ArchiveStore store, Instant now, int workers, Progress progress)
      throws IOException {
    NamesSeen seen = annotator.namesSeen();
    long of = store.shown().count();
    var batch = new ArrayList<Article>();
    long[] done = new long[1];
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      store
          .shown()
          .forEach(version -> {
            Article article = version.article();
            if (!article.isWithdrawn()
                && !article.isEmbargoedAt(now)
                && !article.isExpiredAt(now)) {
              batch.add(article);
            }
            if (batch.size() == BATCH) {
              learn(annotator, batch, seen, pool);
              done[0] += batch.size();
              batch.clear();
              progress.at(Progress.Stage.LEARNING, done[0], of);
            }
          });
      learn(annotator, batch, seen, pool);
    }
    return seen.learned();
  }

  private static void learn(
      Annotator annotator, List<Article> batch, NamesSeen seen, ExecutorService pool)
      throws IOException {
    List<? extends Future<?>> learning =
        batch.stream().map(article -> pool.submit(() -> annotator.learn(article, seen))).toList();
    try {
      for (Future<?> task : learning) {
        task.get();
      }
      seen.forgetRare();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted; nothing was published", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an article could not be read for names", e.getCause());
    }
  }
}
