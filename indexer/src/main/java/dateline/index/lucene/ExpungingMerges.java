package dateline.index.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// Lucene's own merges, and on demand merges that write single segments anew without what was
/// deleted in them.
final class ExpungingMerges extends FilterMergePolicy {
  /// Segments of about one size that an index which was written in one go ends with, at most. Half
  /// of what Lucene allows: the nights that follow add theirs for some time before any of the old
  /// ones has to be merged with them.
  private static final double SEGMENTS_AT_THE_END = 4;

  private final TieredMergePolicy tiers;
  private volatile Set<String> segments = Set.of();

  ExpungingMerges() {
    this(new TieredMergePolicy());
  }

  private ExpungingMerges(TieredMergePolicy tiers) {
    super(tiers);
    this.tiers = tiers;
  }

  /// From now on, merges leave few segments.
  void leaveFew() {
    tiers.setSegmentsPerTier(SEGMENTS_AT_THE_END);
  }

  /// From now on, segments of the last commit that hold any of some terms are to be written anew.
  void of(Directory directory, List<Term> terms) throws IOException {
    var holding = new HashSet<String>();
    if (!terms.isEmpty()) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          for (Term term : terms) {
            if (leaf.reader().docFreq(term) > 0) {
              holding.add(((SegmentReader) leaf.reader()).getSegmentName());
              break;
            }
          }
        }
      }
    }
    segments = holding;
  }

  boolean isIdle() {
    return segments.isEmpty();
  }

  @Override
  public @Nullable MergeSpecification findForcedDeletesMerges(
      SegmentInfos infos, MergeContext context) {
    var merges = new MergeSpecification();
    for (SegmentCommitInfo info : infos) {
      if (segments.contains(info.info.name) && !context.getMergingSegments().contains(info)) {
        merges.add(new OneMerge(List.of(info)));
      }
    }
    return merges.merges.isEmpty() ? null : merges;
  }
}
