package dateline.search.query;

import dateline.search.query.Problems.Edit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises words with wildcards or slips of the pen: `minist*`, `wom?n`, `colour~`. Signs at
/// places that no word list can be read by are reported, and left out.
final class PatternSigns {
  /// Fewest letters before a star, and of a word with slips: fewer fit half of all words.
  static final int LETTERS_MIN = 3;

  /// Fewest letters before a question mark.
  static final int LETTERS_BEFORE_ONE_MIN = 2;

  /// Longer words may have two slips, as in Lucene's automatic fuzziness.
  private static final int ONE_SLIP_MAX = 5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private static final Pattern SLIPS =
      Pattern.compile("(?<word>[\\p{L}\\p{M}\\p{N}]+)~(?<slips>\\d?)");

  private static final Pattern ONE_LETTER = Pattern.compile("(?<=\\p{Ll})\\?(?=\\p{Ll})");

  private static final Pattern LETTERS =
      Pattern.compile("(?<first>[\\p{L}\\p{M}\\p{N}]+)(\\?[\\p{L}\\p{M}\\p{N}]+)*");

  private final Problems problems;
  private final boolean readsExclamation;

  /// @param readsExclamation whether `minist!` is a wildcard rather than a cry
  PatternSigns(Problems problems, boolean readsExclamation) {
    this.problems = problems;
    this.readsExclamation = readsExclamation;
  }

  /// The pattern in canonical spelling, or null when the chunk is a plain word or cannot be read as
  /// a pattern. Several stars in a row are no wildcard.
  ///
  /// @param from where the word starts in the chunk
  /// @param to where it ends, exclusive
  @Nullable String pattern(Chunk chunk, int from, int to) {
    String word = chunk.text(from, to);
    if (chunk.hasEscapes() || word.contains("://")) {
      return null;
    }
    boolean hasStarBefore = chunk.is(from - 1, '*') && !chunk.is(from - 2, '*');
    boolean hasStarAfter = chunk.is(to, '*') && !chunk.is(to + 1, '*');
    if (hasStarBefore && hasStarAfter) { // a star on either side is emphasis
      return null;
    }
    if (hasStarBefore) {
      notOffered("*", chunk.position(from - 1), 1);
      return null;
    }
    boolean hasCry = readsExclamation && chunk.is(to, '!') && to == chunk.length() - 1;
    if (hasStarAfter || hasCry) {
      return withEnding(word, chunk.position(to));
    }
    if (chunk.is(to, '~') && to == chunk.length() - 1) {
      return withSlips(word, "", chunk.position(to), 1);
    }
    Matcher slips = SLIPS.matcher(word);
    if (slips.matches()) {
      int tilde = chunk.position(from + slips.end("word"));
      return withSlips(
          slips.group("word"), slips.group("slips"), tilde, 1 + slips.group("slips").length());
    }
    return ONE_LETTER.matcher(word).find() ? withLetters(word, chunk, from) : null;
  }

  /// What is left of a word whose sign for slips could not be read.
  static String withoutSlips(String word) {
    Matcher slips = SLIPS.matcher(word);
    return slips.matches() ? slips.group("word") : word;
  }

  private @Nullable String withEnding(String word, int star) {
    Matcher letters = LETTERS.matcher(word);
    if (!letters.matches()) {
      notOffered("*", star, 1);
      return null;
    }
    int first = letters.group("first").length();
    if (first < (word.contains("?") ? LETTERS_BEFORE_ONE_MIN : LETTERS_MIN)) {
      tooShort(star, LETTERS_MIN, new Edit(star, star + 1, ""));
      return null;
    }
    return word + "*";
  }

  private @Nullable String withSlips(String word, String typed, int tilde, int length) {
    var edit = new Edit(tilde, tilde + length, "");
    if (!WORD.matcher(word).matches()) {
      notOffered("~", tilde, length);
      return null;
    }
    int letters = word.codePointCount(0, word.length());
    if (letters < LETTERS_MIN) {
      tooShort(tilde, LETTERS_MIN, edit);
      return null;
    }
    if (typed.equals("1") || typed.equals("2")) {
      return word + "~" + typed;
    }
    if (!typed.isEmpty()) {
      problems.add(
          "query.number-out-of-range",
          tilde,
          "The number of slips %s may be 1 or 2; 2 was read.".formatted(Problems.place(tilde)),
          new Edit(tilde, tilde + length, "~2"));
      return word + "~2";
    }
    return word + (letters <= ONE_SLIP_MAX ? "~1" : "~2");
  }

  private @Nullable String withLetters(String word, Chunk chunk, int from) {
    Matcher letters = LETTERS.matcher(word);
    int sign = chunk.position(from + word.indexOf('?'));
    if (!letters.matches()) {
      return null; // such as an address
    }
    if (letters.group("first").length() < LETTERS_BEFORE_ONE_MIN) {
      tooShort(sign, LETTERS_BEFORE_ONE_MIN, null);
      return null;
    }
    return word;
  }

  /// Reports `source:*` and other wildcards in values, which no other spelling says.
  void inValue(Token pattern) {
    problems.add(
        "query.wildcard-not-offered",
        pattern.start(),
        "Wildcards such as “%s” %s are not offered in values and names. Write the value in full."
            .formatted(pattern.text(), Problems.place(pattern.start())),
        null);
  }

  private void notOffered(String sign, int position, int length) {
    problems.add(
        "query.wildcard-not-offered",
        position,
        "The sign “%s” %s is not offered there: a star stands behind letters, and “~” behind a single word. Write the word in full; its plural and other endings are found anyway."
            .formatted(sign, Problems.place(position)),
        new Edit(position, position + length, ""));
  }

  private void tooShort(int position, int letters, @Nullable Edit edit) {
    problems.add(
        "query.wildcard-too-short",
        position,
        "The wildcard %s needs %d letters before it. Write more of the word, or the word in full."
            .formatted(Problems.place(position), letters),
        edit);
  }
}
