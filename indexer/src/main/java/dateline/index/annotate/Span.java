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
    int first = tokens.text.codePointCount(0, from);
    String surface = tokens.text.substring(from, to);
    return new Mention(
        tokens.zone, first, first + surface.codePointCount(0, surface.length()), surface, how);
  }
}
