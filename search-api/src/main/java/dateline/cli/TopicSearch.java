package dateline.cli;

import java.io.IOException;
import java.util.List;

/// Answers the queries of topics.
interface TopicSearch {
  /// What one query found.
  ///
  /// @param total articles that match
  /// @param articles ids of the first of them, best first
  record Found(long total, List<String> articles) {
    public Found {
      articles = List.copyOf(articles);
    }
  }

  Found ask(String query) throws IOException;
}
