package dateline.index.analyze;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// Makes the spellings of a known compound meet: `indopacific` gives its parts as well, and `indo
/// pacific` gives the joined word as well, so that both have the terms of `indo-pacific`.
///
/// Expects lower-cased words in the form of [NewsTokenizer]: a joined word stands behind the first
/// of its parts.
final class CompoundFilter extends TokenFilter {
  private final Compounds compounds;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
  private final Deque<State> pending = new ArrayDeque<>();

  CompoundFilter(TokenStream input, Compounds compounds) {
    super(input);
    this.compounds = compounds;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!pending.isEmpty()) {
      restoreState(pending.remove());
    } else if (!input.incrementToken()) {
      return false;
    }
    if (increment.getPositionIncrement() == 0) {
      return true;
    }
    String word = term.toString();
    Compounds.Parts parts = compounds.partsOf(word);
    if (parts != null) {
      split(word, parts);
    } else if (compounds.isFirstPart(word)) {
      join(word);
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending.clear();
  }

  /// Emits the first part now, then the whole at the same position, then the second part.
  private void split(String word, Compounds.Parts parts) {
    State original = captureState();
    term.setEmpty().append(word);
    increment.setPositionIncrement(0);
    length.setPositionLength(2);
    State whole = captureState();
    term.setEmpty().append(parts.second());
    increment.setPositionIncrement(1);
    length.setPositionLength(1);
    pending.addFirst(captureState());
    pending.addFirst(whole);
    restoreState(original);
    term.setEmpty().append(parts.first());
  }

  /// Looks one word ahead; where the two form a known compound, puts the joined word between them.
  private void join(String first) throws IOException {
    State current = captureState();
    int start = offset.startOffset();
    if (pending.isEmpty()) {
      if (!input.incrementToken()) {
        restoreState(current);
        return;
      }
      pending.add(captureState());
    } else {
      restoreState(pending.peek());
    }
    boolean isAlreadyJoined = increment.getPositionIncrement() == 0;
    String joined = isAlreadyJoined ? null : compounds.joined(first, term.toString());
    int end = offset.endOffset();
    restoreState(current);
    if (joined != null) {
      term.setEmpty().append(joined);
      offset.setOffset(start, end);
      increment.setPositionIncrement(0);
      length.setPositionLength(2);
      pending.addFirst(captureState());
      restoreState(current);
    }
  }
}
