package dateline.search.query;

import static dateline.search.query.Signs.isQuote;
import static dateline.search.query.Signs.isSpace;

import dateline.corpus.NearestName;
import dateline.search.query.Problems.Edit;
import dateline.search.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Cuts a query into tokens. Punctuation disappears here; what looks like a sign of the language
/// but cannot be one is reported and read as plain words.
final class Lexer {
  private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z_]{2,}");

  private static final Pattern SENTENCE_IN_CAPITALS =
      Pattern.compile("[^\\p{Ll}()\"“”:+*\\[\\]\\\\]+");

  private static final int SENTENCE_WORDS_MIN = 6;

  private final int[] text;
  private final boolean isWhole;
  private final Problems problems;
  private final PlaceSigns places;
  private final PatternSigns patterns;
  private final boolean isInCapitals;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean quotesAreUsedUp;

  private Lexer(int[] text, boolean isWhole, Problems problems) {
    this.text = text;
    this.isWhole = isWhole;
    this.problems = problems;
    this.isInCapitals = isInCapitals(text);
    this.places = new PlaceSigns(text, problems);
    this.patterns = new PatternSigns(problems, !isInCapitals && places.hasOperators());
  }

  /// @param isWhole whether the text is all of the query, so that an open quotation mark is a slip
  static List<Token> tokens(int[] text, boolean isWhole, Problems problems) {
    var lexer = new Lexer(text, isWhole, problems);
    while (lexer.at < text.length) {
      lexer.next();
    }
    lexer.dropPrefixes(text.length);
    return lexer.tokens;
  }

  private void next() {
    int character = text[at];
    if (isSpace(character)) {
      at++;
    } else if (isQuote(character)) {
      phrase(Kind.PHRASE, at);
    } else if (character == '=' && isQuote(peek(1))) {
      phrase(Kind.VERBATIM, at + 1);
    } else if (character == '(') {
      add(Kind.OPEN, "(", at + 1);
    } else if (character == ')') {
      dropPrefixes(at);
      add(Kind.CLOSE, ")", at + 1);
    } else if ((character == '+' || character == '-') && isSign()) {
      add(character == '+' ? Kind.PLUS : Kind.MINUS, Character.toString(character), at + 1);
    } else {
      chunk();
    }
  }

  /// A plus or minus is a sign at the start of an operand; elsewhere it is a hyphen or a dash.
  private boolean isSign() {
    boolean isFirst =
        at == 0 || isSpace(text[at - 1]) || text[at - 1] == '(' || isAfter(Kind.FIELD);
    return isFirst && Signs.startsOperand(peek(1));
  }

  private void phrase(Kind kind, int opening) {
    int closing = quotesAreUsedUp ? text.length : closingQuote(opening);
    if (closing == text.length) {
      quotesAreUsedUp = true;
      neverClosed(opening);
      at = opening + 1;
      return;
    }
    var phrase = new StringBuilder();
    boolean hasLetter = false;
    for (int index = opening + 1; index < closing; index++) {
      boolean isEscaped = text[index] == '\\';
      index += isEscaped ? 1 : 0;
      hasLetter |= Signs.isLetter(text[index]) || (isEscaped && !isSpace(text[index]));
      phrase.appendCodePoint(text[index]);
    }
    if (hasLetter) {
      add(kind, NormalForm.spaced(phrase.toString()), closing + 1);
    } else {
      dropPrefixes(at);
      at = closing + 1;
    }
  }

  private void neverClosed(int opening) {
    if (!isWhole) {
      return;
    }
    boolean isLast = IntStream.range(opening + 1, text.length).allMatch(i -> isSpace(text[i]));
    problems.add(
        "query.unbalanced-quote",
        opening,
        "The quotation mark %s is never closed. Close it to search for a phrase, or remove it to search for words."
            .formatted(Problems.place(opening)),
        isLast ? new Edit(opening, opening + 1, "") : new Edit(text.length, text.length, "\""));
  }

  private int closingQuote(int opening) {
    int index = opening + 1;
    while (index < text.length && !isQuote(text[index])) {
      index += text[index] == '\\' ? 2 : 1;
    }
    return Math.min(index, text.length);
  }

  private void chunk() {
    int start = at;
    Chunk chunk = Chunk.at(start, text);
    boolean isOperand = isAfterPrefix();
    boolean isValue = isAfter(Kind.FIELD);
    if (!isValueOfField() && isForeignField(chunk)) {
      return;
    }
    int colon = chunk.indexOf(':');
    if (!isValueOfField() && colon > 0 && isField(chunk, colon)) {
      return;
    }
    at = chunk.end() > start ? chunk.end() : endOfBreak(start);
    if (!isOperand && !chunk.hasEscapes() && isOperator(chunk, start)) {
      return;
    }
    if (chunk.length() == 1 && chunk.is(0, '*')) {
      everything(start, isValue);
      return;
    }
    int from = chunk.wordStart();
    int to = chunk.wordEnd();
    if (from >= to) {
      dropPrefixes(start);
    } else {
      word(chunk, from, to, start);
    }
  }

  private void word(Chunk chunk, int from, int to, int start) {
    String pattern = patterns.pattern(chunk, from, to);
    if (pattern != null) {
      tokens.add(new Token(Kind.PATTERN, pattern, start, at));
      return;
    }
    boolean isCaps = !chunk.hasEscapes() && chunk.text().equalsIgnoreCase("caps") && peek(0) == '(';
    String typed = chunk.text(from, to);
    String word = chunk.hasEscapes() ? typed : PatternSigns.withoutSlips(typed);
    tokens.add(new Token(isCaps ? Kind.CAPS : Kind.WORD, word, start, at));
  }

  private int endOfBreak(int start) {
    int end = start + 1;
    while (end < text.length && text[end] == text[start]) {
      end++;
    }
    return end;
  }

  /// Reads the name of a field or a bound as other archives spell it, if it is one.
  private boolean isForeignField(Chunk chunk) {
    List<Token> found = ForeignSigns.field(chunk, at, text);
    tokens.addAll(found);
    at = found.isEmpty() ? at : found.getLast().end();
    return !found.isEmpty();
  }

  /// Reads a name with its colon, if it is one.
  private boolean isField(Chunk chunk, int colon) {
    String name = chunk.text(0, colon);
    int value = chunk.position(colon) + 1;
    int first = value < text.length ? text[value] : ')';
    if (!FIELD_NAME.matcher(name).matches() || first == '/' || isSpace(first)) {
      return false;
    }
    Optional<SearchField> field = SearchField.of(name);
    if (field.isEmpty()) {
      return isUnknownField(name, chunk.end(), value, first);
    }
    boolean isRange =
        switch (field.get()) {
          case SearchField.Published _, SearchField.Length _ -> true;
          case SearchField.Text _, SearchField.Stable _, SearchField.Named _ -> false;
        };
    boolean hasValue =
        Signs.startsOperand(first) || first == '-' || first == '+' || (isRange && first == '[');
    if (!hasValue && first != ')') {
      return false;
    }
    add(Kind.FIELD, name, value);
    if (isRange && hasValue && !isQuote(first) && first != '(') {
      range();
    }
    return true;
  }

  private boolean isUnknownField(String name, int chunkEnd, int value, int first) {
    Optional<String> nearest = NearestName.of(name, SearchField.TABLE.keySet());
    boolean hasWord = value < chunkEnd && Signs.startsOperand(first) && first != '.';
    boolean hasGroup = value < text.length && (isQuote(first) || first == '(');
    if (!hasWord && !(hasGroup && nearest.isPresent())) {
      return false;
    }
    problems.add(
        "query.unknown-field",
        at,
        "There is no field “%s” (%s), so it was read as a word. %s"
            .formatted(
                name,
                Problems.place(at),
                nearest
                    .map("Did you mean “%s”?"::formatted)
                    .orElse("The fields are: " + String.join(", ", SearchField.NAMES) + ".")),
        nearest.map(meant -> new Edit(at, value - 1, meant)).orElse(null));
    add(Kind.WORD, name, value);
    return true;
  }

  private void range() {
    if (text[at] != '[') {
      int end = at;
      while (end < text.length && !isSpace(text[end]) && text[end] != ')') {
        end++;
      }
      add(Kind.RANGE, new String(text, at, end - at), end);
      return;
    }
    int closing = at;
    while (closing < text.length && text[closing] != ']') {
      closing++;
    }
    if (closing == text.length) {
      Ranges.unreadable(tokens.removeLast(), problems);
      at = closing; // what follows are bounds rather than words
      return;
    }
    int start = at;
    at++;
    String bounds = new String(text, at, closing - at);
    tokens.add(new Token(Kind.RANGE, "[" + bounds + "]", start, closing + 1));
    at = closing + 1;
  }

  /// A sentence in capitals, as old archives print them, without any other sign of the language:
  /// its AND joins no clauses. In a few words capitals may well be meant.
  static boolean isInCapitals(int[] text) {
    String query = new String(text, 0, text.length);
    return SENTENCE_IN_CAPITALS.matcher(query).matches()
        && query.strip().split("\\s+").length >= SENTENCE_WORDS_MIN;
  }

  private boolean isOperator(Chunk chunk, int start) {
    if (isInCapitals) {
      return false;
    }
    String word = chunk.text();
    switch (word) {
      case "AND" -> tokens.add(new Token(Kind.AND, word, start, at));
      case "OR" -> tokens.add(new Token(Kind.OR, word, start, at));
      case "NOT" -> tokens.add(new Token(Kind.NOT, word, start, at));
      default -> {
        boolean isBehind = !tokens.isEmpty() && tokens.getLast().endsOperand();
        Token operator = places.operator(word, start, at, isBehind);
        if (operator == null) {
          return false;
        }
        tokens.add(operator);
        at = operator.end();
      }
    }
    return true;
  }

  private void everything(int start, boolean isValue) {
    if (isValue) {
      patterns.inValue(new Token(Kind.PATTERN, "*", start, at));
      tokens.removeLast();
    } else {
      tokens.add(new Token(Kind.EVERYTHING, "*", start, at));
    }
  }

  /// Takes back signs and fields that turned out to stand before nothing. A field says so, and is
  /// read as a word.
  private void dropPrefixes(int operand) {
    while (!tokens.isEmpty()
        && tokens.getLast().kind().isPrefix()
        && tokens.getLast().end() == operand) {
      Token prefix = tokens.removeLast();
      operand = prefix.start();
      if (prefix.kind() == Kind.FIELD) {
        tokens.add(emptyField(prefix, problems));
        return;
      }
    }
  }

  /// Reports a field without a value.
  ///
  /// @return the word that is left of it
  static Token emptyField(Token field, Problems problems) {
    problems.add(
        "query.empty-value",
        field.start(),
        "The field “%s” %s has no value. Write one right after the colon, or remove the field."
            .formatted(field.text(), Problems.place(field.start())),
        new Edit(field.start(), field.end(), ""));
    return new Token(Kind.WORD, field.text(), field.start(), field.end());
  }

  private boolean isValueOfField() {
    if (!isAfterPrefix() || tokens.size() < 2) {
      return isAfter(Kind.FIELD);
    }
    Token before = tokens.get(tokens.size() - 2);
    return isAfter(Kind.FIELD)
        || (before.kind() == Kind.FIELD && before.end() == tokens.getLast().start());
  }

  private boolean isAfterPrefix() {
    return isAfter(Kind.FIELD) || isAfter(Kind.PLUS) || isAfter(Kind.MINUS);
  }

  private boolean isAfter(Kind kind) {
    return !tokens.isEmpty() && tokens.getLast().kind() == kind && tokens.getLast().end() == at;
  }

  private int peek(int ahead) {
    return at + ahead < text.length ? text[at + ahead] : ' ';
  }

  private void add(Kind kind, String word, int end) {
    tokens.add(new Token(kind, word, at, end));
    at = end;
  }
}
