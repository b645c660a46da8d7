package dateline.search.http;

import dateline.index.analyze.AnalyzedToken;
import dateline.index.analyze.FieldAnalysis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a text becomes in the fields of the index, as it goes over the wire, in snake case.
///
/// @param fields one for each field of the index that the part of an article becomes
record AnalyzeJson(String field, String text, @Nullable String lang, List<Field> fields) {
  /// @param index terms as an article has them
  /// @param query those that plain words of a query look up
  record Field(String name, List<Token> index, List<Token> query) {}

  /// @param start first code point in the text
  /// @param end code point after the last
  /// @param increment words since the term before; 0 for another term of the same word
  record Token(
      String term, int start, int end, int position, int increment, int length, String type) {}

  static AnalyzeJson of(
      String field, String text, @Nullable String language, List<FieldAnalysis> analyses) {
    return new AnalyzeJson(
        field,
        text,
        language,
        analyses.stream()
            .map(each -> new Field(each.field(), tokens(each.indexed()), tokens(each.asked())))
            .toList());
  }

  private static List<Token> tokens(List<AnalyzedToken> tokens) {
    return tokens.stream()
        .map(token ->
            new Token(
                token.term(),
                token.start(),
                token.end(),
                token.position(),
                token.increment(),
                token.length(),
                token.type()))
        .toList();
  }
}
