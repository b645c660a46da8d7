package dateline.search.query;

import dateline.corpus.EntityKind;
import dateline.search.query.Problems.Edit;
import dateline.search.query.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
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
/// item     = ["+" | "-"] operand | "NOT" { "NOT" } ( words | operand )
/// words    = word { word }
/// operand  = word | phrase | "(" or ")" | field | "*"
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
  private int at;

  private QueryParser(List<Token> tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  public static ParsedQuery parse(String text) {
    int[] whole = text.codePoints().toArray();
    var problems = new Problems(whole);
    int[] read = withinLength(whole, problems);
    boolean isWhole = read.length == whole.length;
    List<Token> tokens = Lexer.tokens(read, isWhole, problems);
    List<Token> counted = withinWordLimit(tokens, problems);
    isWhole &= counted.size() == tokens.size();
    List<Token> complete = isWhole ? counted : withoutLooseEnd(counted);
    List<Token> balanced = Brackets.balanced(complete, whole.length, isWhole, problems);
    Clause clause = new QueryParser(balanced, problems).query();
    return new ParsedQuery(text, clause, problems.first(PROBLEMS_MAX));
  }

  static int[] withinLength(int[] text, Problems problems) {
    if (text.length <= LENGTH_MAX) {
      return text;
    }
    problems.add(
        "query.too-long",
        LENGTH_MAX,
        "The query has %d characters; what comes after the first %d was left out. Shorten it."
            .formatted(text.length, LENGTH_MAX),
        null);
    int end = LENGTH_MAX;
    while (end > 0 && !Signs.isSpace(text[end])) {
      end--;
    }
    return Arrays.copyOf(text, end == 0 ? LENGTH_MAX : end);
  }

  private static List<Token> withinWordLimit(List<Token> tokens, Problems problems) {
    int words = 0;
    for (int index = 0; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      words += token.wordCount();
      if (words > WORDS_MAX) {
        problems.add(
            "query.too-many-words",
            token.start(),
            "A query may have %d words and other conditions; those that start %s or later were left out. Shorten it."
                .formatted(WORDS_MAX, Problems.place(token.start())),
            null);
        return tokens.subList(0, index);
      }
    }
    return tokens;
  }

  /// Takes off the operators at the end that lost their operand to a limit.
  private static List<Token> withoutLooseEnd(List<Token> tokens) {
    int end = tokens.size();
    while (end > 0 && !tokens.get(end - 1).endsOperand()) {
      end--;
    }
    return tokens.subList(0, end);
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
      if (token.kind() == Kind.WORD) {
        sequence.add(List.of(next().text()));
        continue;
      }
      Clause part = item(token.kind(), field);
      boolean isGroup = token.kind() == Kind.OPEN;
      if (isGroup && part instanceof Clause.Ranked(var words, var zone) && zone == zoneOf(field)) {
        sequence.add(words);
      } else if (part != null) {
        sequence.add(part);
      }
    }
    return sequence.clause(field);
  }

  /// The parts of a sequence; its plain words are one part, where the first of them stands.
  static final class Sequence {
    private final List<Clause> parts = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private int wordsAt;

    void add(Clause part) {
      parts.add(part);
    }

    void add(List<String> plain) {
      wordsAt = words.isEmpty() ? parts.size() : wordsAt;
      words.addAll(plain);
    }

    @Nullable Clause clause(@Nullable SearchField field) {
      if (!words.isEmpty()) {
        parts.add(wordsAt, leaf(words, field));
      }
      return parts.isEmpty() ? null : NormalForm.all(parts);
    }
  }

  private @Nullable Clause item(Kind kind, @Nullable SearchField field) {
    return switch (kind) {
      case PLUS -> {
        next();
        yield operand(field);
      }
      case MINUS -> {
        next();
        Clause excluded = operand(field);
        yield excluded == null ? null : NormalForm.not(excluded);
      }
      case NOT -> exclusion(field);
      case WORD, PHRASE, VERBATIM, EVERYTHING, FIELD, OPEN -> operand(field);
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
    while (isAt(Kind.WORD)) {
      words.add(next().text());
    }
    Clause excluded = words.isEmpty() ? operand(field) : leaf(words, field);
    if (excluded == null) {
      withoutOperand(operator, "after");
      return null;
    }
    return isExcluding ? NormalForm.not(excluded) : excluded;
  }

  /// The operand that starts here; null when none does, or when it says nothing.
  private @Nullable Clause operand(@Nullable SearchField field) {
    Token token = peek();
    if (token == null) {
      return null;
    }
    return switch (token.kind()) {
      case WORD -> leaf(List.of(next().text()), field);
      case PHRASE, VERBATIM -> phrase(next(), field);
      case EVERYTHING -> {
        next();
        yield new Clause.Everything();
      }
      case OPEN -> group(field);
      case FIELD -> fielded(next());
      case RANGE, PLUS, MINUS, AND, OR, NOT, CLOSE -> null;
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
    return field instanceof SearchField.Length
        ? Ranges.words(name, next(), problems)
        : Ranges.published(name, next(), problems);
  }

  static Clause leaf(List<String> words, @Nullable SearchField field) {
    return switch (field) {
      case null -> new Clause.Ranked(words, null);
      case SearchField.Text(var zone) -> new Clause.Ranked(words, zone);
      case SearchField.Stable(var stable) -> new Clause.Value(stable, joined(words));
      case SearchField.Named(var kind) -> entity(kind, joined(words));
      case SearchField.Published _, SearchField.Length _ -> throw noWords(field);
    };
  }

  private static Clause entity(EntityKind kind, String name) {
    return name.equalsIgnoreCase(SearchField.ANY)
        ? new Clause.AnyEntity(kind)
        : new Clause.Entity(kind, name);
  }

  private static String joined(List<String> words) {
    return NormalForm.spaced(String.join(" ", words));
  }

  static Clause phrase(Token phrase, @Nullable SearchField field) {
    boolean isVerbatim = phrase.kind() == Kind.VERBATIM;
    return switch (field) {
      case null -> new Clause.Phrase(phrase.text(), null, isVerbatim);
      case SearchField.Text(var zone) -> new Clause.Phrase(phrase.text(), zone, isVerbatim);
      case SearchField.Stable(var stable) -> new Clause.Value(stable, phrase.text());
      case SearchField.Named(var kind) -> new Clause.Entity(kind, phrase.text());
      case SearchField.Published _, SearchField.Length _ -> throw noWords(field);
    };
  }

  private static IllegalStateException noWords(SearchField field) {
    return new IllegalStateException(field + " takes a range, not words");
  }

  static @Nullable TextZone zoneOf(@Nullable SearchField field) {
    return field instanceof SearchField.Text(var zone) ? zone : null;
  }

  private void withoutOperand(Token operator, String where) {
    String word = operator.text();
    problems.add(
        "query.operator-without-operand",
        operator.start(),
        "The operator %s %s has nothing %s it. Remove it, or write it in small letters to search for the word."
            .formatted(word, Problems.place(operator.start()), where),
        new Edit(
            operator.start(),
            operator.end(),
            tokens.size() == 1 ? word.toLowerCase(Locale.ROOT) : ""));
  }

  private boolean isAt(Kind kind) {
    return at < tokens.size() && tokens.get(at).kind() == kind;
  }

  private @Nullable Token peek() {
    return at < tokens.size() ? tokens.get(at) : null;
  }

  private Token next() {
    return tokens.get(at++);
  }
}
