package dateline.index.annotate;

import dateline.corpus.EntityKind;

/// Tokens of one zone that name something.
///
/// @param start first token
/// @param end token after the last
record Span(Tokens tokens, int start, int end, EntityKind kind, Mention.How how) {

  String text() {
    return tokens.text(start, end);
  }

  Mention mention() {
    int from = tokens.starts[start];
    int to = tokens.ends[end - 1];
    return new Mention(
        tokens.zone,
        tokens.codePoints(from),
        tokens.codePoints(to),
        text(),
        how);
  }
}
