package dateline.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// A term that an analyzer makes of a text.
///
/// @param position of its word, from 0
/// @param length words that it spans
/// @param start first UTF-16 unit in the text
/// @param end unit after the last
record TextTerm(String text, int position, int length, int start, int end) {

  static List<TextTerm> of(Analyzer analyzer, String text) throws IOException {
    var terms = new ArrayList<TextTerm>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      var length = stream.addAttribute(PositionLengthAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        terms.add(
            new TextTerm(
                term.toString(),
                position,
                length.getPositionLength(),
                offset.startOffset(),
                offset.endOffset()));
      }
      stream.end();
    }
    return terms;
  }
}
