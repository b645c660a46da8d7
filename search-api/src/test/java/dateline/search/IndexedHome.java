package dateline.search;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.IndexOptions;
import dateline.index.IndexRun;
import dateline.index.RunReport;
import dateline.index.generation.Generation;
import dateline.search.access.AccessRules;
import dateline.search.http.HttpOptions;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// An archive's home for tests, filled by real runs and opened for real.
///
/// @param path need not be there yet
public record IndexedHome(Path path, Gazetteer gazetteer, Clock clock) {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private static final int WORKERS = 2;
  private static final Duration SEARCH_MAX = Duration.ofMinutes(1);

  /// With the built-in gazetteer and at the time of [#CLOCK].
  public static IndexedHome at(Path path) throws IOException {
    return new IndexedHome(path, Gazetteer.builtIn(), CLOCK);
  }

  /// The articles of the sample archive.
  public static Path sampleArticles() {
    return Path.of(System.getProperty("dateline.root"), "corpus", "articles");
  }

  /// The same home at another time.
  public IndexedHome on(Instant now) {
    return new IndexedHome(path, gazetteer, Clock.fixed(now, ZoneOffset.UTC));
  }

  public RunReport index(Path source) throws IOException, IndexRun.RunInProgress {
    return index(IndexOptions.Mode.INCREMENTAL, Set.of(), source);
  }

  public RunReport index(IndexOptions.Mode mode, Set<IndexOptions.Wish> wishes, Path... sources)
      throws IOException, IndexRun.RunInProgress {
    var options =
        new IndexOptions(
            path, List.of(sources), "", WORKERS, mode, wishes, IndexOptions.KEEP, Set.of());
    return new IndexRun(options, gazetteer, clock, (_, _, _) -> {}).run();
  }

  /// Opens what was published last.
  public LuceneEngine open() throws IOException {
    var engine = new LuceneEngine(path, gazetteer, clock, SEARCH_MAX);
    engine.refresh();
    return engine;
  }

  /// Opens one generation, live or not.
  public LuceneEngine open(Generation generation) throws IOException {
    return LuceneEngine.of(path, generation, gazetteer, clock, SEARCH_MAX);
  }

  /// Serves on a free port of this machine.
  public Server serve() throws IOException {
    return serve(AccessRules.OPEN);
  }

  /// Serves to those whom the rules or their keys let in.
  public Server serve(AccessRules rules) throws IOException {
    return Server.start(path, new HttpOptions("127.0.0.1", 0, null, rules), gazetteer, clock);
  }
}
