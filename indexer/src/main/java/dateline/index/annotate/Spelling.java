package dateline.index.annotate;

/// One way to write a word, with the numbers of its forms in the [Lexicon], each
/// [Lexicon#UNKNOWN] when no list has it.
///
/// @param title of the word with only its first capital, as all-capitals text is looked up
/// @param lower of the lower-case word without a last point
/// @param stem of the word's stem; of the stem of _and_ for an ampersand
record Spelling(char[] written, int asWritten, int title, int lower, int stem) {}
