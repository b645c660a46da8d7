package dateline.search.lucene;

import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Keeps of all hits those that a request may show: the first ones after the cursor, and one more,
/// which tells of a next page.
final class BestHits {
  /// A hit that may be shown.
  ///
  /// @param duplicates how many others are folded behind it
  record Candidate(HitOrder.Key key, int article, int duplicates) {}

  private final Sort sort;
  private final Comparator<HitOrder.Key> order;
  private final HitOrder.@Nullable Key after;
  private final int kept;
  private final PriorityQueue<Candidate> best;

  /// @param after hits up to this one are not kept
  BestHits(SearchRequest request, HitOrder.@Nullable Key after) {
    this.sort = request.sort();
    this.order = HitOrder.of(sort);
    this.after = after;
    kept = request.limit() == 0 ? 0 : request.offset() + request.limit() + 1;
    best = new PriorityQueue<>(Comparator.comparing(Candidate::key, order.reversed()));
  }

  /// Whether any hit is to be shown at all.
  boolean areAsked() {
    return kept > 0;
  }

  /// Whether a hit may be among them, as far as can be told without its id.
  boolean mayHold(float score, long second) {
    if (kept == 0) {
      return false;
    }
    if (best.size() == kept) {
      HitOrder.Key worst = best.element().key();
      if (HitOrder.compareWithoutId(sort, score, second, worst.score(), worst.second()) > 0) {
        return false;
      }
    }
    return after == null
        || HitOrder.compareWithoutId(sort, score, second, after.score(), after.second()) >= 0;
  }

  /// Takes a hit if it is among the best so far. Only where some are asked.
  void offer(Candidate candidate) {
    if (after != null && order.compare(candidate.key(), after) <= 0) {
      return;
    }
    if (best.size() < kept || order.compare(candidate.key(), best.element().key()) < 0) {
      best.add(candidate);
      if (best.size() > kept) {
        best.remove();
      }
    }
  }

  /// From the first one kept.
  List<Candidate> inOrder() {
    var hits = new ArrayList<>(best);
    hits.sort(Comparator.comparing(Candidate::key, order));
    return Collections.unmodifiableList(hits);
  }
}
