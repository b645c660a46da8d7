package dateline.search.query;

import dateline.search.query.Problems.Edit;
import dateline.search.query.Token.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises the operators of place and number in our spelling and in those of Factiva and
/// LexisNexis.
final class PlaceSigns {
  /// Words between the operands of a `NEAR` or `PRE` without a number, at most.
  static final int DISTANCE_DEFAULT = 5;

  private static final Pattern JOINING =
      Pattern.compile("(?i)(near|pre|w|adj)/(\\d{1,9})|(near|adj)(\\d{1,9})");

  /// LexisNexis' sentence and paragraph.
  private static final Pattern UNIT = Pattern.compile("(?i)w/([sp])");

  private static final Pattern SAME =
      Pattern.compile("SAME(?<unit>\\s+(?<name>SENTENCE|PARA(GRAPH)?))?(?![^\\s])");

  private static final Pattern LIMITING =
      Pattern.compile("(?i)(atleast|first)/(\\d{1,9})|(atleast)(\\d{1,9})");

  private static final Pattern BEHIND = Pattern.compile("(?i)/F(\\d{1,9})/");

  private static final Pattern ANY_OPERATOR =
      Pattern.compile(
          "(?<!\\S)(AND|OR|NOT|(?i:(near|pre|w|adj)/(\\d+|[sp])|(near|adj)\\d+|atleast/?\\d+|/F\\d+/))(?!\\S)");

  /// The longest operator with the white space in it that is looked at.
  private static final int OPERATOR_LENGTH_MAX = 40;

  private final int[] text;
  private final Problems problems;
  private final boolean hasSmallLetters;
  private final boolean hasOperators;

  PlaceSigns(int[] text, Problems problems) {
    this.text = text;
    this.problems = problems;
    this.hasSmallLetters = Arrays.stream(text).anyMatch(Character::isLowerCase);
    this.hasOperators = ANY_OPERATOR.matcher(new String(text, 0, text.length)).find();
  }

  /// Whether some operator stands in the query that no sentence holds.
  boolean hasOperators() {
    return hasOperators;
  }

  /// The operator that starts with `word`, or null when it is none.
  ///
  /// @param isBehind whether an operand stands before it
  @Nullable Token operator(String word, int start, int end, boolean isBehind) {
    Matcher joining = JOINING.matcher(word);
    if (joining.matches()) {
      boolean hasSlash = joining.group(1) != null;
      String name = joining.group(hasSlash ? 1 : 3).toUpperCase(Locale.ROOT);
      String number = joining.group(hasSlash ? 2 : 4);
      return new Token(
          Kind.PLACE,
          (name.equals("PRE") ? "PRE/" : "NEAR/") + number(number, Span.DISTANCE_MAX, start, end),
          start,
          end);
    }
    Matcher limiting = LIMITING.matcher(word);
    if (limiting.matches()) {
      boolean hasSlash = limiting.group(1) != null;
      boolean isFirst = hasSlash && limiting.group(1).equalsIgnoreCase("first");
      int most = isFirst ? Span.FIRST_MAX : Clause.Passage.LEAST_MAX;
      int number = number(limiting.group(hasSlash ? 2 : 4), most, start, end);
      return new Token(Kind.LIMIT, (isFirst ? "FIRST/" : "ATLEAST/") + number, start, end);
    }
    Matcher behind = BEHIND.matcher(word);
    if (behind.matches()) {
      int number = number(behind.group(1), Span.FIRST_MAX, start, end);
      return new Token(Kind.LIMIT_AFTER, "FIRST/" + number, start, end);
    }
    Matcher unit = UNIT.matcher(word);
    if (unit.matches()) {
      boolean isSentence = unit.group(1).equalsIgnoreCase("s");
      return new Token(Kind.PLACE, isSentence ? "SAME SENTENCE" : "SAME PARA", start, end);
    }
    return inWords(word, start, end, isBehind);
  }

  /// Without a number or unit it is an operator only between operands, and not in a headline all of
  /// capitals.
  private @Nullable Token inWords(String word, int start, int end, boolean isBehind) {
    boolean isBetween = isBehind && hasSmallLetters && isBeforeOperand(end);
    if (word.equals("NEAR") || word.equals("PRE")) {
      return isBetween ? new Token(Kind.PLACE, word + "/" + DISTANCE_DEFAULT, start, end) : null;
    }
    if (!word.equals("SAME")) {
      return null;
    }
    int length = Math.min(OPERATOR_LENGTH_MAX, text.length - start);
    Matcher same = SAME.matcher(new String(text, start, length));
    if (!same.lookingAt() || !(isBetween || same.group("unit") != null)) {
      return null;
    }
    boolean isSentence = "SENTENCE".equals(same.group("name"));
    int sameEnd = start + same.end();
    return new Token(Kind.PLACE, isSentence ? "SAME SENTENCE" : "SAME PARA", start, sameEnd);
  }

  private boolean isBeforeOperand(int end) {
    int at = end;
    while (at < text.length && Signs.isSpace(text[at])) {
      at++;
    }
    return at > end && at < text.length && Signs.startsOperand(text[at]);
  }

  private int number(String typed, int most, int start, int end) {
    int number = Integer.parseInt(typed);
    int within = Math.clamp(number, 1, most);
    if (number != within) {
      int from = new String(text, start, end - start).indexOf(typed);
      problems.add(
          "query.number-out-of-range",
          start,
          "The number %d %s was read as %d; it may be 1 to %d."
              .formatted(number, Problems.place(start), within, most),
          new Edit(start + from, start + from + typed.length(), Integer.toString(within)));
    }
    return within;
  }
}
