package dateline.search;

import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.Manifest;
import dateline.index.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Publishes the live generation of a home once more, with other groups of near-identical articles.
public final class GroupedGeneration {
  private GroupedGeneration() {}

  /// @param stories by the ids of articles; 0 for an article that is to be alone. Articles that are
  ///   not named stay as they are
  public static void publish(Path home, Map<String, Long> stories) throws IOException {
    var generations = new GenerationStore(home);
    Generation like = generations.live().orElseThrow();
    Manifest manifest = like.manifest();
    String name = "20290101T000000Z-" + manifest.runs().last();
    Path draft = generations.draft(name);
    GenerationStore.share(like, draft);
    try (var writer = LuceneWriter.onto(draft)) {
      for (Map.Entry<String, Long> story : stories.entrySet()) {
        writer.group(story.getKey(), story.getValue());
      }
      writer.finish();
    }
    generations.publish(
        generations.complete(
            draft,
            new Manifest(
                name,
                manifest.schema(),
                manifest.analyzers(),
                manifest.gazetteer(),
                manifest.recognizers(),
                manifest.meaning(),
                manifest.tables(),
                manifest.runs(),
                LuceneWriter.verify(draft),
                manifest.built(),
                manifest.lineage(),
                GenerationStore.seal(draft))));
  }
}
