package dateline.search.oracle;

import dateline.search.GroupedGeneration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  static void publish(List<ScanArticle> articles, Path home) throws IOException {
    Map<String, Long> stories = new LinkedHashMap<>();
    articles.forEach(article -> stories.put(article.article().id().value(), article.story()));
    GroupedGeneration.publish(home, stories);
  }
}
