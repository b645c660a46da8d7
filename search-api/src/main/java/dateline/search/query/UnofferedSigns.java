package dateline.search.query;

import dateline.search.query.Problems.Edit;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises signs of other search languages that Dateline does not read, and says what to write
/// instead: proximity and frequency operators, wildcards.
final class UnofferedSigns {
  /// Between two operands.
  private static final Pattern INFIX = Pattern.compile("(?i:(near|pre|w|adj)/\\d+|(near|adj)\\d+)");

  private static final Pattern SAME =
      Pattern.compile("SAME(?<unit>\\s+(SENTENCE|PARA|PARAGRAPH))?(?![^\\s])");

  /// Before an operand.
  private static final Pattern PREFIX = Pattern.compile("(?i:(atleast|first)/\\d+|atleast\\d+)");

  private static final Pattern FUZZY_END = Pattern.compile("\\p{L}~\\d?$");

  private static final Pattern LETTER_WILDCARD = Pattern.compile("(?<=\\p{Ll})\\?(?=\\p{Ll})");

  /// The longest operator with the white space in it that is looked at.
  private static final int OPERATOR_LENGTH_MAX = 40;

  private final int[] text;
  private final Problems problems;
  private final boolean hasSmallLetters;

  UnofferedSigns(int[] text, Problems problems) {
    this.text = text;
    this.problems = problems;
    this.hasSmallLetters = Arrays.stream(text).anyMatch(Character::isLowerCase);
  }

  /// Where the operator ends that starts with `word`; 0 when it is none.
  ///
  /// @param isFirst whether nothing stands before it
  int operatorEnd(String word, int start, int end, boolean isFirst) {
    if (PREFIX.matcher(word).matches()) {
      report(start, end, "");
      return end;
    }
    if (INFIX.matcher(word).matches()) {
      report(start, end, isFirst || end == text.length ? "" : "AND");
      return end;
    }
    if (!word.equals("SAME")) {
      return 0;
    }
    int length = Math.min(OPERATOR_LENGTH_MAX, text.length - start);
    Matcher same = SAME.matcher(new String(text, start, length));
    // In a headline all of capitals SAME is a word like any other.
    if (!same.lookingAt() || !(hasSmallLetters || same.group("unit") != null)) {
      return 0;
    }
    int sameEnd = start + same.end();
    report(start, sameEnd, isFirst || sameEnd == text.length ? "" : "AND");
    return sameEnd;
  }

  private void report(int start, int end, String replacement) {
    problems.add(
        "query.operator-not-offered",
        start,
        "The operator “%s” %s is not offered. Put words that belong together in quotation marks, or join them with AND."
            .formatted(new String(text, start, end - start), Problems.place(start)),
        new Edit(start, end, replacement));
  }

  /// The word without wildcards; each is reported. Several stars in a row are no wildcard.
  ///
  /// @param from where the word starts in the chunk
  /// @param to where it ends, exclusive
  String withoutWildcards(Chunk chunk, int from, int to) {
    String word = chunk.text(from, to);
    if (chunk.hasEscapes() || word.contains("://")) {
      return word;
    }
    boolean hasStarBefore = chunk.is(from - 1, '*') && !chunk.is(from - 2, '*');
    boolean hasStarAfter = chunk.is(to, '*') && !chunk.is(to + 1, '*');
    if (hasStarBefore != hasStarAfter) { // a star on either side is emphasis
      star(chunk.position(hasStarBefore ? from - 1 : to));
    } else if (chunk.is(to, '~') && to == chunk.length() - 1) {
      fuzzy(chunk.position(to), chunk.end());
    } else if (FUZZY_END.matcher(word).find()) {
      int tilde = chunk.indexOf('~');
      fuzzy(chunk.position(tilde), chunk.position(to - 1) + 1);
      return chunk.text(from, tilde);
    } else if (LETTER_WILDCARD.matcher(word).find()) {
      int position = chunk.position(chunk.indexOf('?'));
      wildcard(position, "The wildcard “?” ", null);
    }
    return word;
  }

  /// Reports `source:*`, which no other spelling says.
  void starForValue(int position) {
    wildcard(position, "The wildcard “*” ", null);
  }

  private void star(int position) {
    wildcard(position, "The wildcard “*” ", new Edit(position, position + 1, ""));
  }

  private void fuzzy(int tilde, int end) {
    wildcard(tilde, "The sign for similar words “~” ", new Edit(tilde, end, ""));
  }

  private void wildcard(int position, String what, @Nullable Edit edit) {
    problems.add(
        "query.wildcard-not-offered",
        position,
        what
            + Problems.place(position)
            + " is not offered. Write the word in full; its plural and other endings are found anyway.",
        edit);
  }
}
