package dateline.search.oracle;

import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.Manifest;
import dateline.index.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Puts articles of a random archive into groups of near-identical ones, whatever their texts are:
/// half of them stand alone, the others are in groups of one to about six.
final class RandomStories {
  private static final int ARTICLES_PER_STORY = 5;

  private RandomStories() {}

  static List<ScanArticle> of(List<ScanArticle> articles, long seed) {
    var random = new Random(seed);
    int stories = 1 + articles.size() / ARTICLES_PER_STORY;
    return articles.stream()
        .map(article -> article.ofStory(random.nextBoolean() ? 0 : 1 + random.nextInt(stories)))
        .toList();
  }

  /// Publishes the live generation once more, with these groups and no others.
  static void publish(List<ScanArticle> articles, GenerationStore generations) throws IOException {
    Generation like = generations.live().orElseThrow();
    Manifest manifest = like.manifest();
    String name = "20290101T000000Z-" + manifest.runs().last();
    Path draft = generations.draft(name);
    GenerationStore.share(like, draft);
    try (var writer = LuceneWriter.onto(draft)) {
      for (ScanArticle article : articles) {
        writer.group(article.article().id().value(), article.story());
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
                manifest.tables(),
                manifest.runs(),
                LuceneWriter.verify(draft),
                manifest.built(),
                manifest.lineage(),
                GenerationStore.seal(draft))));
  }
}
