package dateline.index.lucene;

import dateline.corpus.EntityKind;
import dateline.index.lucene.EntityMarks.Mark;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// Puts beside each word of an entity's name a token for the entity's kind, at the word's own
/// position, so that “some person within five words of _resign_” is a question about positions.
final class EntityTokens extends TokenFilter {
  private final List<Mark> marks;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
  private final Deque<EntityKind> pending = new ArrayDeque<>();
  private int next;

  /// @param marks in the order of their beginnings
  EntityTokens(TokenStream input, List<Mark> marks) {
    super(input);
    this.marks = marks;
  }

  @Override
  public boolean incrementToken() throws IOException {
    EntityKind kind = pending.poll();
    if (kind != null) {
      term.setEmpty().append(IndexNames.anyOf(kind));
      increment.setPositionIncrement(0);
      length.setPositionLength(1);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (increment.getPositionIncrement() > 0) {
      pending.addAll(kindsAt(offset.startOffset(), offset.endOffset()));
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending.clear();
    next = 0;
  }

  private Set<EntityKind> kindsAt(int start, int end) {
    while (next < marks.size() && marks.get(next).end() <= start) {
      next++;
    }
    var kinds = EnumSet.noneOf(EntityKind.class);
    for (int i = next; i < marks.size() && marks.get(i).start() < end; i++) {
      if (marks.get(i).end() > start) {
        kinds.add(marks.get(i).kind());
      }
    }
    return kinds;
  }
}
