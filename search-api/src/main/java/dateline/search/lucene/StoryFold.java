package dateline.search.lucene;

import dateline.search.engine.Sort;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;

/// Folds the near-identical articles among the hits of a pass: of each story the one leads that
/// comes first in the list. Which one that is, and how many stand behind it, is known when all hits
/// have been seen, so it holds something, about 150 bytes, for each story that has a hit.
final class StoryFold {
  /// A hit, its id unread.
  ///
  /// @param leaf number of its segment
  /// @param article number in the generation
  /// @param ids of its segment
  private record Member(
      float score, long second, int leaf, int article, SortedDocValues ids, int idOrdinal) {
    String id() throws IOException {
      return ids.lookupOrd(idOrdinal).utf8ToString();
    }
  }

  private static final class Story {
    private Member leader;
    private int others;

    Story(Member leader) {
      this.leader = leader;
    }
  }

  private final Sort sort;
  private final Map<Long, Story> stories = new HashMap<>();

  StoryFold(Sort sort) {
    this.sort = sort;
  }

  /// How many stories have a hit.
  int count() {
    return stories.size();
  }

  /// Adds a hit.
  ///
  /// @param number that the story has
  /// @param article number in the segment
  /// @param ids of the segment, standing at the article
  void add(
      long number,
      float score,
      long second,
      LeafReaderContext leaf,
      int article,
      SortedDocValues ids)
      throws IOException {
    Story story = stories.get(number);
    if (story == null) {
      stories.put(number, new Story(member(score, second, leaf, article, ids)));
      return;
    }
    story.others++;
    Member leader = story.leader;
    int order = HitOrder.compareWithoutId(sort, score, second, leader.score, leader.second);
    if (order < 0 || (order == 0 && isIdLess(ids, leaf, leader))) {
      story.leader = member(score, second, leaf, article, ids);
    }
  }

  private static Member member(
      float score, long second, LeafReaderContext leaf, int article, SortedDocValues ids)
      throws IOException {
    return new Member(score, second, leaf.ord, leaf.docBase + article, ids, ids.ordValue());
  }

  /// Copies often have one date. Within a segment the numbers of ids are in the order of ids.
  private static boolean isIdLess(SortedDocValues ids, LeafReaderContext leaf, Member leader)
      throws IOException {
    if (leaf.ord == leader.leaf) {
      return ids.ordValue() < leader.idOrdinal;
    }
    String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
    return HitOrder.compareIds(id, leader.id()) < 0;
  }

  /// Offers what leads, once all hits are there.
  void offerTo(BestHits best) throws IOException {
    for (Story story : stories.values()) {
      Member leader = story.leader;
      if (best.mayHold(leader.score, leader.second)) {
        var key = new HitOrder.Key(leader.score, leader.second, leader.id());
        best.offer(new BestHits.Candidate(key, leader.article, story.others));
      }
    }
  }
}
