package dateline.search.lucene;

import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/// The groups of near-identical articles in a generation: which articles are in each. The other way
/// round, [ArticleRows#story] tells the group of an article.
///
/// Takes 4 bytes for each article in a group and 12 for each group; nothing for all others.
final class Stories {
  /// Each once, in rising order.
  private final long[] stories;

  /// Where the articles of each story start; one more tells where the last ones end.
  private final int[] starts;

  private final int[] articles;

  private Stories(long[] stories, int[] starts, int[] articles) {
    this.stories = stories;
    this.starts = starts;
    this.articles = articles;
  }

  /// A generation of a schema without groups has none.
  static Stories read(IndexReader reader) throws IOException {
    long[] storyOf = new long[0];
    int[] articles = new int[0];
    int count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), IndexNames.STORY);
      DocIdSetIterator live = LiveArticles.of(values, leaf);
      for (int article; (article = live.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
        if (values.longValue() != 0) {
          storyOf = ArrayUtil.grow(storyOf, count + 1);
          articles = ArrayUtil.grow(articles, count + 1);
          storyOf[count] = values.longValue();
          articles[count++] = leaf.docBase + article;
        }
      }
    }
    return grouped(Arrays.copyOf(storyOf, count), articles);
  }

  /// @param articles of each of which the story stands at the same place
  private static Stories grouped(long[] storyOf, int[] articles) {
    long[] stories = Arrays.stream(storyOf).sorted().distinct().toArray();
    int[] starts = new int[stories.length + 1];
    for (long story : storyOf) {
      starts[Arrays.binarySearch(stories, story) + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] grouped = new int[storyOf.length];
    for (int i = 0; i < storyOf.length; i++) {
      grouped[next[Arrays.binarySearch(stories, storyOf[i])]++] = articles[i];
    }
    return new Stories(stories, starts, grouped);
  }

  /// Whether no article is in a group.
  boolean isEmpty() {
    return stories.length == 0;
  }

  /// The numbers of the articles in a group, in rising order; none for the story of no article.
  int[] articles(long story) {
    int at = Arrays.binarySearch(stories, story);
    return at < 0 ? new int[0] : Arrays.copyOfRange(articles, starts[at], starts[at + 1]);
  }
}
