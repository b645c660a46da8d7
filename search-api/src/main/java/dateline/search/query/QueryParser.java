package dateline.search.query;

import dateline.search.query.Problems.Edit;
import dateline.search.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a query. Never fails: what cannot be read as it stands becomes a [QueryProblem], and the
/// rest is read without it.
///
/// ```text
/// query    = [ or ]
/// or       = and { "OR" and }
/// and      = sequence { "AND" sequence }
/// sequence = item { item }
/// item     = ["+" | "-"] placed | "NOT" { "NOT" } ( words | placed )
/// words    = word { word }
/// placed   = operand { place operand | "/F" number "/" }
/// place    = ( "NEAR" | "PRE" ) [ "/" number ] | "SAME" [ "SENTENCE" | "PARA" ]
/// operand  = word | pattern | phrase | "(" or ")" | field | "*" | caps | limit operand
/// limit    = ( "FIRST" | "ATLEAST" ) "/" number
/// caps     = "caps(" ( words | phrase ) ")"
/// pattern  = letters { "?" letters } [ "*" ] | letters "~" [ "1" | "2" ]
/// phrase   = ["="] quote { character } quote
/// field    = name ":" ( ["+" | "-"] ( word | phrase | "(" or ")" ) | range )
/// range    = "[" bound "TO" bound "]" | bound
/// bound    = "*" | date | "-" number ("d" | "m" | "y") | number
/// word     = characters without white space, quote, "(", ")", long dash or ellipsis
/// quote    = one of " “ ” „ ‟ ＂
/// ```
///
/// - All plain words of a sequence are one [Clause.Ranked]: `a "b c" d` ranks by _a_ and _d_, and
///   the phrase must be there. So are words in brackets that hold plain words alone. What else
///   stands in a sequence must all hold.
/// - A signed word is a clause by itself: in `+japan trade security` _japan_ must be there, and the
///   two others select as plain words do.
/// - An operator of place joins what stands right beside it: words, phrases, patterns, names of
///   persons, places and organisations, alternatives of them in brackets, and what such operators
///   joined. All of it stands in one text field; a field named on one side holds for both. They
///   bind alike, from the left, and before AND; NOT and a minus exclude all that they join.
/// - `NEAR` and `PRE` without a number ask for five words; `SAME` alone for a paragraph. Without a
///   number or unit they are operators only between operands, and not where all is in capitals.
/// - Accepted too are `near5` `w/5` `adj5` (NEAR), `w/s` `w/p` (SAME), `atleast3`, `/F50/` behind
///   an operand (FIRST), and `minist!` in a query with an operator (a star).
/// - So are `hd=` `lp=` `by=` and `HEADLINE(…)` `LEAD(…)` `BODY(…)` `BYLINE(…)` for text fields,
///   `site:` for the source, and `before:` `after:` a date, which does not count itself.
/// - A star stands behind three letters or more, `?` behind two and between small letters.
/// - `NOT` excludes the words that follow it up to the next sign, `-` one word. A lone exclusion
///   leaves all other articles, `*` stands for every article, and so does an empty query.
/// - A field stands right before its value, which is a word, a phrase or a group. In a group it
///   holds for every part that names no other field; words side by side are one value there.
/// - A lone value of a range is both its ends. A date is `1987`, `1987-03`, `1987-03-02` or an RFC
///   3339 time.
/// - Operators are written in capitals; names of fields in any case. In a query of six words or
///   more that has capitals alone and no other sign, they are words.
/// - A plus or minus is a sign only right before an operand and after white space, a bracket or a
///   field. All other punctuation around words says nothing, so that a headline is a query; signs
///   inside words and those that belong to them (`$5`, `3.5%`, `C++`, `U.S.`) stay.
/// - A backslash takes the next character as it is, in words and phrases. A word with one is never
///   an operator.
///
/// Reading takes time in proportion to the length of the query.
public final class QueryParser {
  /// Longest query that is read, in code points.
  public static final int LENGTH_MAX = 4096;

  /// Deepest nesting of brackets.
  public static final int DEPTH_MAX = 20;

  /// Most words, phrases' words and other conditions together.
  public static final int WORDS_MAX = 512;

  /// Most problems that are reported of one query.
  public static final int PROBLEMS_MAX = 20;

  private final List<Token> tokens;
  private final Problems problems;
  private final SpanReader spans;
  private final PatternSigns patterns;
  private int at;

  private QueryParser(List<Token> tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
    this.spans = new SpanReader(problems);
    this.patterns = new PatternSigns(problems, false);
  }

  public static ParsedQuery parse(String text) {
    int[] whole = text.codePoints().toArray();
    var problems = new Problems(whole);
    int[] read = Limits.withinLength(whole, problems);
    boolean isWhole = read.length == whole.length;
    List<Token> tokens = Lexer.tokens(read, isWhole, problems);
    List<Token> counted = Limits.withinWordLimit(tokens, problems);
    isWhole &= counted.size() == tokens.size();
    List<Token> complete = isWhole ? counted : Limits.withoutLooseEnd(counted);
    List<Token> balanced = Brackets.balanced(complete, whole.length, isWhole, problems);
    Clause clause = new QueryParser(balanced, problems).query();
    return new ParsedQuery(text, clause, problems.first(PROBLEMS_MAX));
  }

  private Clause query() {
    Clause clause = or(null);
    return clause == null ? new Clause.Everything() : clause;
  }

  /// @param field the field that holds for what names none; null outside of a field's group
  private @Nullable Clause or(@Nullable SearchField field) {
    var parts = new ArrayList<Clause>();
    Clause first = and(field);
    if (first != null) {
      parts.add(first);
    }
    while (isAt(Kind.OR)) {
      Token operator = next();
      Clause right = and(field);
      join(operator, parts, right);
    }
    return parts.isEmpty() ? null : NormalForm.any(parts);
  }

  private @Nullable Clause and(@Nullable SearchField field) {
    var parts = new ArrayList<Clause>();
    Clause first = sequence(field);
    if (first != null) {
      parts.add(first);
    }
    while (isAt(Kind.AND)) {
      Token operator = next();
      Clause right = sequence(field);
      join(operator, parts, right);
    }
    return parts.isEmpty() ? null : NormalForm.all(parts);
  }

  private void join(Token operator, List<Clause> parts, @Nullable Clause right) {
    if (parts.isEmpty() || right == null) {
      withoutOperand(operator, parts.isEmpty() ? "before" : "after");
    }
    if (right != null) {
      parts.add(right);
    }
  }

  private @Nullable Clause sequence(@Nullable SearchField field) {
    var sequence = new Sequence();
    for (Token token = peek(); token != null && !token.endsSequence(); token = peek()) {
      if (token.kind() == Kind.WORD && !isBeforePlace()) {
        sequence.add(List.of(next().text()));
        continue;
      }
      Clause part = item(token.kind(), field);
      boolean isGroup = token.kind() == Kind.OPEN || token.kind() == Kind.WORD;
      if (isGroup
          && part instanceof Clause.Ranked(var words, var zone)
          && zone == Leaves.zoneOf(field)) {
        sequence.add(words);
      } else if (part != null) {
        sequence.add(part);
      }
    }
    return sequence.clause(field);
  }

  private @Nullable Clause item(Kind kind, @Nullable SearchField field) {
    return switch (kind) {
      case PLUS -> {
        next();
        yield placed(field);
      }
      case MINUS -> {
        next();
        Clause excluded = placed(field);
        yield excluded == null ? null : NormalForm.not(excluded);
      }
      case NOT -> exclusion(field);
      case WORD, PHRASE, VERBATIM, PATTERN, EVERYTHING -> placed(field);
      case FIELD, LIMIT, CAPS, OPEN -> placed(field);
      case PLACE, LIMIT_AFTER -> {
        withoutOperand(next(), "before");
        yield null;
      }
      case RANGE, AND, OR, CLOSE -> throw new IllegalStateException(kind + " is no item");
    };
  }

  private @Nullable Clause exclusion(@Nullable SearchField field) {
    Token operator = next();
    boolean isExcluding = true;
    while (isAt(Kind.NOT)) {
      next();
      isExcluding = !isExcluding;
    }
    var words = new ArrayList<String>();
    while (isAt(Kind.WORD) && !isBeforePlace()) {
      words.add(next().text());
    }
    Clause excluded = words.isEmpty() ? placed(field) : Leaves.leaf(words, field);
    if (excluded == null) {
      withoutOperand(operator, "after");
      return null;
    }
    return isExcluding ? NormalForm.not(excluded) : excluded;
  }

  /// An operand with those that operators of place join to it.
  private @Nullable Clause placed(@Nullable SearchField field) {
    Token opening = peek();
    Clause left = operand(field);
    if (isAt(Kind.PLACE) && left != null && opening != null && opening.kind() == Kind.OPEN) {
      spans.tellOfPhrase(opening, left);
    }
    while (left != null && (isAt(Kind.PLACE) || isAt(Kind.LIMIT_AFTER))) {
      Token operator = next();
      if (operator.kind() == Kind.LIMIT_AFTER) {
        left = spans.limited(operator, left, Leaves.zoneOf(field));
        continue;
      }
      Clause right = placeable(field);
      if (right == null) {
        withoutOperand(operator, "after");
      } else {
        left = spans.joined(left, operator, right, Leaves.zoneOf(field));
      }
    }
    return left;
  }

  private @Nullable Clause placeable(@Nullable SearchField field) {
    Token opening = peek();
    Clause operand = operand(field);
    if (operand != null && opening != null && opening.kind() == Kind.OPEN) {
      spans.tellOfPhrase(opening, operand);
    }
    return operand;
  }

  private @Nullable Clause limited(Token operator, @Nullable SearchField field) {
    Clause operand = placeable(field);
    if (operand == null) {
      withoutOperand(operator, "after");
      return null;
    }
    return spans.limited(operator, operand, Leaves.zoneOf(field));
  }

  private Clause pattern(Token token, @Nullable SearchField field) {
    if (field == null || field instanceof SearchField.Text) {
      return new Clause.Passage(new Span.Wildcard(token.text()), 1, Leaves.zoneOf(field));
    }
    patterns.inValue(token);
    return Leaves.leaf(List.of(token.text().replaceFirst("(\\*|~\\d)$", "")), field);
  }

  /// The operand that starts here; null when none does, or when it says nothing.
  private @Nullable Clause operand(@Nullable SearchField field) {
    Token token = peek();
    if (token == null) {
      return null;
    }
    return switch (token.kind()) {
      case WORD -> Leaves.leaf(List.of(next().text()), field);
      case PATTERN -> pattern(next(), field);
      case LIMIT -> limited(next(), field);
      case CAPS -> spans.asTyped(next(), group(field));
      case PHRASE, VERBATIM -> Leaves.phrase(next(), field);
      case EVERYTHING -> {
        next();
        yield new Clause.Everything();
      }
      case OPEN -> group(field);
      case FIELD -> fielded(next());
      case RANGE, PLUS, MINUS, AND, OR, NOT, PLACE, LIMIT_AFTER, CLOSE -> null;
    };
  }

  private @Nullable Clause group(@Nullable SearchField field) {
    next();
    Clause clause = or(field);
    next(); // brackets balance, so that this is the closing one
    return clause;
  }

  private @Nullable Clause fielded(Token name) {
    SearchField field = SearchField.of(name.text()).orElseThrow();
    return switch (field) {
      case SearchField.Published _, SearchField.Length _ -> range(name, field);
      case SearchField.Text _, SearchField.Stable _, SearchField.Named _ -> {
        boolean isExcluding = isAt(Kind.MINUS);
        if (isExcluding || isAt(Kind.PLUS)) {
          next();
        }
        Clause value = operand(field);
        if (value == null) {
          Lexer.emptyField(name, problems);
        }
        yield value != null && isExcluding ? NormalForm.not(value) : value;
      }
    };
  }

  private @Nullable Clause range(Token name, SearchField field) {
    if (!isAt(Kind.RANGE) && !isAt(Kind.PHRASE) && !isAt(Kind.WORD)) {
      Ranges.unreadable(name, problems);
      return null;
    }
    if (ForeignSigns.isBound(peek())) {
      return ForeignSigns.range(name, next(), problems);
    }
    return field instanceof SearchField.Length
        ? Ranges.words(name, next(), problems)
        : Ranges.published(name, next(), problems);
  }

  private void withoutOperand(Token operator, String where) {
    String word = operator.text();
    boolean isBoolean =
        operator.kind() == Kind.AND || operator.kind() == Kind.OR || operator.kind() == Kind.NOT;
    String asWord = isBoolean ? word.toLowerCase(Locale.ROOT) : "\\" + word;
    problems.add(
        "query.operator-without-operand",
        operator.start(),
        "The operator %s %s has nothing %s it. Remove it, or write %s to search for the word."
            .formatted(
                word,
                Problems.place(operator.start()),
                where,
                isBoolean ? "it in small letters" : "a backslash before it"),
        new Edit(operator.start(), operator.end(), tokens.size() == 1 ? asWord : ""));
  }

  private boolean isAt(Kind kind) {
    return at < tokens.size() && tokens.get(at).kind() == kind;
  }

  private boolean isBeforePlace() {
    Kind after = at + 1 < tokens.size() ? tokens.get(at + 1).kind() : Kind.CLOSE;
    return after == Kind.PLACE || after == Kind.LIMIT_AFTER;
  }

  private @Nullable Token peek() {
    return at < tokens.size() ? tokens.get(at) : null;
  }

  private Token next() {
    return tokens.get(at++);
  }
}
