package dateline.search.query;

import dateline.search.query.Problems.Edit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blanks in a query what Lucene's parser would stop at, and the signs that no clause expresses:
/// boosts, slop, fuzzy words, regular expressions and functions. All but mere punctuation is
/// reported.
final class LuceneSigns {
  private static final Pattern RANGE =
      Pattern.compile(
          "[\\[{] *(\"[^\"\\\\]+\"|[^ \\]}\"\\\\]+) +TO +(\"[^\"\\\\]+\"|[^ \\]}\"\\\\]+) *[\\]}]");

  private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d*");

  /// More would be no number of conditions.
  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,3}(?![^\\s)])");

  private static final Pattern FUNCTION = Pattern.compile("fn:\\p{Alpha}*");

  private final LuceneText text;
  private final boolean isWhole;
  private final Problems problems;
  private final Deque<Integer> open = new ArrayDeque<>();
  private boolean isTooDeep;
  private int at;

  private LuceneSigns(LuceneText text, boolean isWhole, Problems problems) {
    this.text = text;
    this.isWhole = isWhole;
    this.problems = problems;
  }

  /// @param isWhole whether the text is all of the query, so that an open quotation mark is a slip
  static void blank(LuceneText text, boolean isWhole, Problems problems) {
    var signs = new LuceneSigns(text, isWhole, problems);
    while (signs.at < text.length()) {
      signs.next();
    }
    signs.closeBrackets();
  }

  private void next() {
    char sign = text.at(at);
    if (Signs.isQuote(sign)) {
      phrase();
      return;
    }
    switch (sign) {
      case '\\' -> escape();
      case '/' -> slash();
      case '[', '{' -> range();
      case ']', '}' -> blankSign();
      case '(' -> opening();
      case ')' -> closing();
      case '^' -> boost();
      case '~' -> fuzzy();
      case '@' -> atLeast();
      case 'f' -> function();
      case ':' -> comparison();
      default -> at++;
    }
  }

  private void blankSign() {
    text.blank(at, at + 1);
    at++;
  }

  /// The number of a code point is no escape here: the character itself can be typed.
  private void escape() {
    if (at + 1 == text.length() || text.at(at + 1) == 'u') {
      blankSign();
    } else {
      at += 2;
    }
  }

  private void phrase() {
    int opening = at;
    int closing = opening + 1;
    while (closing < text.length() && !Signs.isQuote(text.at(closing))) {
      if (text.at(closing) == '\\') {
        if (text.at(closing + 1) == 'u') {
          text.blank(closing, closing + 1);
        }
        closing++;
      }
      closing++;
    }
    if (closing >= text.length()) {
      neverClosed(opening);
      return;
    }
    text.set(opening, '"');
    text.set(closing, '"');
    at = closing + 1;
    if (text.at(at) == '~') {
      slop();
    }
  }

  private void neverClosed(int opening) {
    int place = text.point(opening);
    if (isWhole) {
      boolean isLast = text.between(opening + 1, text.length()).isBlank();
      int end = text.end();
      problems.add(
          "query.unbalanced-quote",
          place,
          "The quotation mark %s is never closed. Close it to search for a phrase, or remove it to search for words."
              .formatted(Problems.place(place)),
          isLast ? new Edit(place, place + 1, "") : new Edit(end, end, "\""));
    }
    blankSign();
  }

  private void slop() {
    int end = end(NUMBER, at + 1);
    String distance = text.between(at + 1, end);
    if (!distance.matches("0+")) {
      report(
          "query.slop-not-offered",
          end,
          "The slop “%s” %s is not offered: the words of a phrase stand side by side. Remove it, or join the words with AND.");
    }
    text.blank(at, end);
    at = end;
  }

  /// A slash starts a regular expression where a word could start; elsewhere it parts words.
  private void slash() {
    int end = at + 1;
    while (end < text.length() && text.at(end) != '/') {
      end += text.at(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length() || end == at + 1 || !startsOperand()) {
      blankSign();
      return;
    }
    end++;
    omit(
        "query.regex-not-offered",
        end,
        "The regular expression “%s” %s is not offered. Write the words that it should find, joined with OR.");
  }

  private boolean startsOperand() {
    char before = text.at(at - 1);
    return Character.isWhitespace(before) || "(:=+-!<>[]{}\")^~@/".indexOf(before) >= 0;
  }

  private void range() {
    Matcher range = RANGE.matcher(text.between(at, text.length()));
    if (range.lookingAt()) {
      at += range.end();
      return;
    }
    int end = at + 1;
    while (end < text.length() && text.at(end) != ']' && text.at(end) != '}') {
      end++;
    }
    end = Math.min(end + 1, text.length());
    omit(
        "query.bad-range",
        end,
        "The range “%s” %s cannot be read. Write it as published:[1987-03 TO 1987-04] or words:[300 TO *].");
  }

  private void opening() {
    open.addLast(at);
    if (open.size() <= QueryParser.DEPTH_MAX) {
      at++;
      return;
    }
    if (!isTooDeep) {
      isTooDeep = true;
      int place = text.point(at);
      problems.add(
          "query.too-deep",
          place,
          "Brackets may lie %d deep; the one %s lies deeper. Brackets below that depth were left out."
              .formatted(QueryParser.DEPTH_MAX, Problems.place(place)),
          null);
    }
    blankSign();
  }

  private void closing() {
    boolean isKept = !open.isEmpty() && open.size() <= QueryParser.DEPTH_MAX;
    if (open.pollLast() == null) {
      int place = text.point(at);
      problems.add(
          "query.unbalanced-bracket",
          place,
          "The bracket “)” %s closes nothing. Remove it, or write its “(” before it."
              .formatted(Problems.place(place)),
          new Edit(place, place + 1, ""));
    }
    if (isKept) {
      at++;
    } else {
      blankSign();
    }
  }

  private void closeBrackets() {
    if (open.isEmpty()) {
      return;
    }
    if (isWhole) {
      int place = text.point(open.getFirst());
      problems.add(
          "query.unbalanced-bracket",
          place,
          "The bracket “(” %s is never closed. Write its “)”, or remove it."
              .formatted(Problems.place(place)),
          new Edit(text.end(), text.end(), ")".repeat(open.size())));
    }
    text.close(Math.min(open.size(), QueryParser.DEPTH_MAX));
  }

  private void boost() {
    int end = end(NUMBER, at + 1);
    if (!text.between(at + 1, end).matches("1(\\.0*)?")) {
      report(
          "query.boost-not-offered",
          end,
          "The boost “%s” %s is not offered: rare words count more by themselves. Remove it.");
    }
    text.blank(at, end);
    at = end;
  }

  private void fuzzy() {
    int end = end(NUMBER, at + 1);
    if (!Character.isWhitespace(text.at(at - 1))) {
      report(
          "query.wildcard-not-offered",
          end,
          "The sign for similar words “%s” %s is read in our own syntax alone. Write the word in full, or leave syntax=lucene out.");
    }
    text.blank(at, end);
    at = end;
  }

  /// How many of a group must hold is written right after it; elsewhere the sign says nothing.
  private void atLeast() {
    int before = at - 1;
    while (before > 0 && text.at(before) == ' ') {
      before--;
    }
    int end = end(SMALL_NUMBER, at + 1);
    if (text.at(before) == ')' && end > at + 1) {
      at = end;
    } else {
      blankSign();
    }
  }

  private void function() {
    int end = end(FUNCTION, at);
    if (end == at || !startsOperand()) {
      at++;
      return;
    }
    if (text.at(end) == '(') {
      int depth = 0;
      do {
        depth += text.at(end) == '(' ? 1 : text.at(end) == ')' ? -1 : 0;
        end++;
      } while (depth > 0 && end < text.length());
    }
    omit(
        "query.function-not-offered",
        end,
        "The function “%s” %s is not offered. Put words that belong together in quotation marks, or join them with AND.");
  }

  /// Lucene writes `words>=300` for what Kibana writes `words:>=300`.
  private void comparison() {
    if (text.at(at + 1) == '<' || text.at(at + 1) == '>') {
      text.blank(at, at + 1);
    }
    at++;
  }

  /// Where a pattern ends that is looked for right there; `start` when it is not there.
  private int end(Pattern pattern, int start) {
    Matcher matcher = pattern.matcher(text.between(start, text.length()));
    return matcher.lookingAt() ? start + matcher.end() : start;
  }

  private void report(String code, int end, String message) {
    report(code, at, end, message);
  }

  /// Leaves a value out, and with it the field that it belongs to.
  private void omit(String code, int end, String message) {
    LuceneText.Prefix field = text.prefixBefore(at);
    int start = field == null ? at : field.start();
    report(code, start, end, message);
    text.blank(start, end);
    at = end;
  }

  /// @param start of what is to be removed
  private void report(String code, int start, int end, String message) {
    int place = text.point(at);
    problems.add(
        code,
        place,
        message.formatted(text.between(at, end), Problems.place(place)),
        new Edit(text.point(start), text.point(end), ""));
  }
}
