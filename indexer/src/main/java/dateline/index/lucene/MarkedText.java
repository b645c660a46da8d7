package dateline.index.lucene;

import dateline.index.lucene.EntityMarks.Mark;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/// A text whose tokens are accompanied by those of the entities that it names.
final class MarkedText extends Field {
  private final List<Mark> marks;

  /// @param marks in the order of their beginnings
  MarkedText(String name, String text, List<Mark> marks, FieldType type) {
    super(name, text, type);
    this.marks = marks;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    return new EntityTokens(super.tokenStream(analyzer, null), marks);
  }
}
