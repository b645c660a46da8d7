package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.search.engine.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How well threads agree with what people grouped, and with each other.
///
/// Each pair of grouped articles counts twice, once from either side: it is right when both are of
/// one event and the second is in the thread of the first.
///
/// @param same share of members that have the very thread which they are in
record ThreadAgreement(double precision, double recall, double same) {

  /// @param events the event of each article, by id
  static ThreadAgreement of(LuceneEngine engine, Map<String, String> events) throws IOException {
    var threads = new HashMap<String, Set<String>>();
    for (String id : events.keySet()) {
      threads.put(id, thread(engine, id));
    }
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (String one : events.keySet()) {
      Set<String> thread = Objects.requireNonNull(threads.get(one));
      for (String other : events.keySet()) {
        boolean isGrouped = Objects.equals(events.get(one), events.get(other));
        if (!one.equals(other) && thread.contains(other)) {
          right += isGrouped ? 1 : 0;
          wrong += isGrouped ? 0 : 1;
        } else if (!one.equals(other) && isGrouped) {
          missed++;
        }
      }
    }
    return new ThreadAgreement(
        right / (double) (right + wrong), right / (double) (right + missed), same(engine, threads));
  }

  private static double same(LuceneEngine engine, Map<String, Set<String>> threads)
      throws IOException {
    var all = new ArrayList<Boolean>();
    for (var each : threads.entrySet()) {
      for (String member : each.getValue()) {
        Set<String> other = threads.get(member);
        all.add(each.getValue().equals(other == null ? thread(engine, member) : other));
      }
    }
    return all.stream().filter(isSame -> isSame).count() / (double) all.size();
  }

  static Set<String> thread(LuceneEngine engine, String id) throws IOException {
    return new HashSet<>(ids(engine.thread(new ArticleId(id))));
  }

  static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.id().value()).toList();
  }

  double f1() {
    return 2 * precision * recall / (precision + recall);
  }
}
