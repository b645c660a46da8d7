package dateline.index.schema;

/// A word or a short phrase as an article prints it, beside the key under which its spellings meet.
///
/// As a term of the index: the key, U+0000, the spelling. So terms stand in order of their keys,
/// and those of one key side by side.
///
/// @param key folded words with single blanks between them
/// @param spelling as printed; has a blank when it is a phrase
public record PrintedPhrase(String key, String spelling) {
  private static final char SEPARATOR = 0;

  public String term() {
    return key + SEPARATOR + spelling;
  }

  public static PrintedPhrase ofTerm(String term) {
    int end = term.indexOf(SEPARATOR);
    return new PrintedPhrase(term.substring(0, end), term.substring(end + 1));
  }

  /// Whether it is more than one word between blanks.
  public boolean isPhrase() {
    return spelling.indexOf(' ') >= 0;
  }
}
