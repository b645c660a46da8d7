package dateline.search.lucene;

import dateline.search.engine.Sort;
import dateline.search.lucene.BestHits.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Adds a little to the scores of hits by how recent they are, counted from the newest of them, so
/// that the order is the same on every day.
final class RecentOrder {
  private RecentOrder() {}

  static List<Candidate> of(List<Candidate> hits, RankingWeights weights) {
    long newest = hits.stream().mapToLong(hit -> hit.key().second()).max().orElse(0);
    double best = hits.isEmpty() ? 0 : hits.getFirst().key().score();
    var again = new ArrayList<Candidate>();
    for (Candidate hit : hits) {
      HitOrder.Key key = hit.key();
      double added =
          key.second() == HitOrder.UNDATED
              ? 0
              : best * weights.recentShare() * part(newest - key.second(), weights);
      again.add(
          new Candidate(
              new HitOrder.Key((float) (key.score() + added), key.second(), key.id()),
              hit.article(),
              hit.duplicates()));
    }
    again.sort(Comparator.comparing(Candidate::key, HitOrder.of(Sort.RELEVANCE)));
    return again;
  }

  private static double part(long seconds, RankingWeights weights) {
    double days = seconds / (double) Duration.ofDays(1).toSeconds();
    return weights.recentDays() / (weights.recentDays() + days);
  }
}
