package dateline.cli;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Zone;
import dateline.corpus.store.ArchiveReader;
import dateline.index.generation.Generation;
import dateline.search.baseline.PlainLucene;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks a temporary index of the same articles that has one field, headline and body, Lucene's
/// English chain and BM25 with k1 .9 and b .4: what published figures of BM25 stand for.
final class BaselineTopics implements TopicSearch, Closeable {
  private static final double BUFFER_MEGABYTES = 32;

  private final ScratchFolder folder;
  private final PlainLucene index;
  private final int depth;

  private BaselineTopics(ScratchFolder folder, PlainLucene index, int depth) {
    this.folder = folder;
    this.index = index;
    this.depth = depth;
  }

  /// @param depth articles wanted, at least one
  static BaselineTopics of(Path home, Generation live, SearchEngine engine, Clock clock, int depth)
      throws IOException {
    var folder = new ScratchFolder();
    try {
      fill(folder.path(), home, live, engine, clock);
      return new BaselineTopics(folder, PlainLucene.openAsAnserini(folder.path()), depth);
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  /// The whole texts, also of articles whose publisher lets only a part be shown.
  private static void fill(
      Path folder, Path home, Generation live, SearchEngine engine, Clock clock)
      throws IOException {
    Map<String, List<String>> parameters =
        new HashMap<>(
            Map.of(
                "sort", List.of("oldest"),
                "collapse", List.of("none"),
                "facet", List.of("none"),
                "snippets", List.of("0"),
                "limit", List.of(String.valueOf(SearchRequest.LIMIT_MAX))));
    var requests = new RequestReader(DoorDefaults.API, clock);
    try (var archive = new ArchiveReader(home);
        var writer = new PlainLucene.Writer(folder, BUFFER_MEGABYTES)) {
      String cursor = null;
      do {
        if (cursor != null) {
          parameters.put("cursor", List.of(cursor));
        }
        SearchPage page = engine.search(requests.read(parameters).request());
        for (Hit hit : page.hits()) {
          ArticleId id = hit.id();
          List<Long> versions = archive.versions(id, live.manifest().runs(), clock.instant());
          if (!versions.isEmpty()) {
            Article article = archive.version(versions.getLast()).orElseThrow();
            writer.add(id.value(), article.text(Zone.HEADLINE) + "\n\n" + article.body());
          }
        }
        cursor = page.nextCursor();
      } while (cursor != null);
    }
  }

  @Override
  public Found ask(String query) throws IOException {
    PlainLucene.Question question = index.any(query);
    return new Found(index.count(question), index.search(question, depth));
  }

  @Override
  public void close() throws IOException {
    try (folder) {
      index.close();
    }
  }
}
