package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/// The condition that an article is of the thread of one of some articles, as that thread is now.
final class ThreadFilter {
  private ThreadFilter() {}

  /// @param threads ids of articles; one that nobody knows has no thread
  static Query of(List<String> threads, RequestPass.Setting setting) throws IOException {
    var rows = new ArticleRows(setting.generation());
    var ids = new HashSet<BytesRef>();
    for (int member : members(threads, setting)) {
      ids.add(new BytesRef(rows.card(member).id()));
    }
    return ids.isEmpty()
        ? new MatchNoDocsQuery("no article has the id")
        : new TermInSetQuery(IndexNames.ID, ids);
  }

  static boolean holds(List<String> threads, int article, RequestPass.Setting setting)
      throws IOException {
    return members(threads, setting).contains(article);
  }

  private static Set<Integer> members(List<String> threads, RequestPass.Setting setting)
      throws IOException {
    var finder = new ThreadFinder(setting.generation(), setting.archive(), setting.isTimeUp());
    var members = new HashSet<Integer>();
    for (String id : threads) {
      members.addAll(finder.of(new ArticleId(id)));
    }
    return members;
  }
}
