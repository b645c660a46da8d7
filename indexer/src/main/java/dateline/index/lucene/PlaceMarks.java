package dateline.index.lucene;

import dateline.corpus.Paragraphs;
import dateline.corpus.Sentences;
import dateline.index.lucene.EntityMarks.Mark;
import dateline.index.schema.IndexNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/// What stands where in a text, without its words: where sentences and paragraphs begin, and which
/// entities are named. It is a field of its own, since marks among the words would change what the
/// length of a text counts for.
final class PlaceMarks extends Field {
  /// @param at first UTF-16 unit of the sentence or paragraph
  record Beginning(int at, String term) {}

  private final Analyzer words;
  private final List<Beginning> beginnings;
  private final List<Mark> marks;

  /// @param words cuts the text into the words by which places are counted
  /// @param marks in the order of their beginnings
  PlaceMarks(String name, String text, Analyzer words, List<Mark> marks, FieldType type) {
    super(name, text, type);
    this.words = words;
    this.beginnings = beginnings(text);
    this.marks = marks;
  }

  private static List<Beginning> beginnings(String text) {
    var beginnings = new ArrayList<Beginning>();
    for (Paragraphs.Span paragraph : Paragraphs.of(text)) {
      beginnings.add(new Beginning(paragraph.start(), IndexNames.PARAGRAPH));
    }
    for (Sentences.Sentence sentence : Sentences.of(text)) {
      beginnings.add(new Beginning(sentence.start(), IndexNames.SENTENCE));
    }
    beginnings.sort(Comparator.comparingInt(Beginning::at));
    return beginnings;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    return new PlaceTokens(super.tokenStream(words, null), beginnings, marks);
  }
}
