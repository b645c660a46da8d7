package dateline.index.lucene;

import dateline.index.lucene.EntityMarks.Mark;
import dateline.index.lucene.PlaceMarks.Beginning;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// Puts marks in the place of words: at the first word of a sentence or paragraph that it begins,
/// and at each word of an entity's name the entity's id and the ids of what contains it.
final class PlaceTokens extends TokenFilter {
  private final List<Beginning> beginnings;
  private final List<Mark> marks;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
  private final Deque<String> pending = new ArrayDeque<>();
  private int nextBeginning;
  private int nextMark;

  /// @param beginnings in order
  /// @param marks in the order of their beginnings
  PlaceTokens(TokenStream input, List<Beginning> beginnings, List<Mark> marks) {
    super(input);
    this.beginnings = beginnings;
    this.marks = marks;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!pending.isEmpty()) {
      return emit(0);
    }
    int words = 0;
    while (pending.isEmpty()) {
      if (!input.incrementToken()) {
        return false;
      }
      words += increment.getPositionIncrement();
      if (increment.getPositionIncrement() > 0) {
        pending.addAll(marksAt(offset.startOffset(), offset.endOffset()));
      }
    }
    return emit(words);
  }

  private boolean emit(int words) {
    term.setEmpty().append(pending.remove());
    increment.setPositionIncrement(words);
    length.setPositionLength(1);
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending.clear();
    nextBeginning = 0;
    nextMark = 0;
  }

  private Set<String> marksAt(int start, int end) {
    var found = new LinkedHashSet<String>();
    while (nextBeginning < beginnings.size() && beginnings.get(nextBeginning).at() <= start) {
      found.add(beginnings.get(nextBeginning++).term());
    }
    while (nextMark < marks.size() && marks.get(nextMark).end() <= start) {
      nextMark++;
    }
    for (int i = nextMark; i < marks.size() && marks.get(i).start() < end; i++) {
      Mark mark = marks.get(i);
      if (mark.end() > start) {
        mark.ids().forEach(id -> found.add(IndexNames.entityAt(mark.kind(), id)));
      }
    }
    return found;
  }
}
