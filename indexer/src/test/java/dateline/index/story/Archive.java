package dateline.index.story;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The latest versions of articles in memory, grouped without an index.
public record Archive(List<Article> articles) {
  public static Archive of(Path path) throws IOException {
    Map<ArticleId, Article> latest = new LinkedHashMap<>();
    Delivery.of(List.of(path))
        .read(reading -> {
          if (reading instanceof Reading.Accepted accepted) {
            latest.put(accepted.article().id(), accepted.article());
          }
        });
    return new Archive(latest.values().stream().filter(each -> !each.isWithdrawn()).toList());
  }

  /// The group of each article: the number of its first member, from 1; 0 for none.
  long[] stories() throws IOException {
    var members = new Members(articles.size());
    for (int place = 0; place < articles.size(); place++) {
      members.put(place, place + 1L, When.of(articles.get(place).published()), 0);
    }
    var grouping = new Grouping(members, sequence -> articles.get((int) sequence - 1));
    forEachBucket(articles, grouping::bucket);
    return grouping.stories();
  }

  /// Told of the places of the articles that share a band.
  interface Buckets {
    void take(long band, int[] places, int count) throws IOException;
  }

  static void forEachBucket(List<Article> articles, Buckets buckets) throws IOException {
    Map<Long, List<Integer>> places = new TreeMap<>(Long::compareUnsigned); // whole texts first
    for (int place = 0; place < articles.size(); place++) {
      for (long band : Bands.of(articles.get(place))) {
        places.computeIfAbsent(band, _ -> new ArrayList<>()).add(place);
      }
    }
    for (var bucket : places.entrySet()) {
      int[] shared = bucket.getValue().stream().mapToInt(Integer::intValue).toArray();
      buckets.take(bucket.getKey(), shared, shared.length);
    }
  }

  /// The groups, each with the places of its members.
  public List<List<Integer>> groups() throws IOException {
    long[] stories = stories();
    Map<Long, List<Integer>> groups = new TreeMap<>();
    for (int place = 0; place < stories.length; place++) {
      if (stories[place] > 0) {
        groups.computeIfAbsent(stories[place], _ -> new ArrayList<>()).add(place);
      }
    }
    return List.copyOf(groups.values());
  }
}
