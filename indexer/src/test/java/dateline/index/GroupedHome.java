package dateline.index;

import dateline.corpus.Article;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.IndexOptions.Mode;
import dateline.index.IndexOptions.Wish;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.lucene.PublishedArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A home that is filled night by night, and the groups that its live generation has.
final class GroupedHome {
  private static final Instant FIRST = Instant.parse("1988-02-01T03:00:00Z");

  private final Path folder;
  private final Map<String, Article> latest = new LinkedHashMap<>();
  private final List<String> delivery = new ArrayList<>();
  private int night;

  /// @param folder empty
  GroupedHome(Path folder) {
    this.folder = folder;
  }

  /// Puts an article into the next delivery.
  void bring(Article article) {
    delivery.add(json(article).toString());
    latest.put(article.id().value(), article);
  }

  /// Puts into the next delivery that an article is taken back.
  void withdraw(Article article) {
    delivery.add(json(article).put("status", "withdrawn").toString());
    latest.remove(article.id().value());
  }

  /// What nobody took back, in the version that came last.
  Map<String, Article> latest() {
    return latest;
  }

  /// Runs in the next night, with what was put into the delivery.
  RunReport run(Mode mode) throws IOException, IndexRun.RunInProgress {
    night++;
    Path file = folder.resolve("night-" + night + ".jsonl");
    Files.write(file, delivery);
    var options =
        new IndexOptions(
            folder.resolve("home"),
            delivery.isEmpty() ? List.of() : List.of(file),
            "",
            2,
            mode,
            Set.of(Wish.FORCE),
            IndexOptions.KEEP,
            Set.of());
    delivery.clear();
    Clock clock = Clock.fixed(FIRST.plus(Duration.ofDays(night)), ZoneOffset.UTC);
    return new IndexRun(options, Gazetteer.builtIn(), clock, (_, _, _) -> {}).run();
  }

  /// The group of each of the latest articles; 0 for none.
  Map<String, Long> stories() throws IOException {
    Map<String, Long> stories = new TreeMap<>();
    try (var published = new PublishedArticles(live().directory())) {
      for (String id : latest.keySet()) {
        stories.put(id, published.story(id));
      }
    }
    return stories;
  }

  /// The store's numbers of the latest articles.
  Map<String, Long> sequences() throws IOException {
    Map<String, Long> sequences = new TreeMap<>();
    try (var published = new PublishedArticles(live().directory())) {
      for (String id : latest.keySet()) {
        sequences.put(id, published.sequence(id).orElseThrow());
      }
      if (published.articles() != latest.size()) {
        throw new AssertionError(published.articles() + " articles instead of " + latest.size());
      }
    }
    return sequences;
  }

  /// Files of the live generation that the one before lacks, though it has the segment.
  Set<String> writtenOfOlderSegments() throws IOException {
    List<Generation> all = new GenerationStore(folder.resolve("home")).all();
    Set<String> before = all.get(all.size() - 2).manifest().files().keySet();
    Set<String> segments = before.stream().map(GroupedHome::segment).collect(Collectors.toSet());
    segments.remove("segments");
    return live().manifest().files().keySet().stream()
        .filter(file -> !before.contains(file) && segments.contains(segment(file)))
        .collect(Collectors.toSet());
  }

  private Generation live() throws IOException {
    return new GenerationStore(folder.resolve("home")).live().orElseThrow();
  }

  private static String segment(String file) {
    return file.split("(?<=.)[_.]")[0];
  }

  private static ObjectNode json(Article article) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", article.id().value());
    json.put("source", article.source());
    json.put("headline", article.headline());
    json.put("body", article.body());
    if (article.published() != null) {
      json.put("published", article.published().toString());
    }
    return json;
  }
}
