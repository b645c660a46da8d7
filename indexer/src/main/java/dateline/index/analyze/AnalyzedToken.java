package dateline.index.analyze;

/// A term that a text becomes in a field, and where it comes from.
///
/// @param start first code point in the text
/// @param end code point after the last
/// @param position of its word, from 0
/// @param increment words since the term before; 0 for another term of the same word
/// @param length words that it spans; more than one where a compound is joined
/// @param type as the tokenizer tells words, numbers and other scripts apart
public record AnalyzedToken(
    String term, int start, int end, int position, int increment, int length, String type) {}
