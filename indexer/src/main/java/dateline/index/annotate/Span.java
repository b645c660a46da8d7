package dateline.index.annotate;

import dateline.corpus.EntityKind;
import java.util.Comparator;

/// Tokens of one zone that name something.
///
/// @param start first token
/// @param end token after the last
record Span(Tokens tokens, int start, int end, EntityKind kind, Mention.How how) {
  static final Comparator<Span> READING_ORDER = Comparator.comparingLong(Span::position);

  /// Orders the spans of an article; near ones differ by the tokens between them.
  long position() {
    return ((long) tokens.number << 24) + start;
  }

  String text() {
    return tokens.text(start, end);
  }

  Mention mention() {
    int from = tokens.starts[start];
    int to = tokens.ends[end - 1];
    return new Mention(tokens.zone, tokens.codePoints(from), tokens.codePoints(to), text(), how);
  }
}
