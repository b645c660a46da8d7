package dateline.search.query;

import dateline.search.query.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises fields as Factiva (`hd=`), LexisNexis (`HEADLINE(…)`) and Google (`before:`) spell
/// them.
final class ForeignSigns {
  private static final Map<String, String> BEFORE_EQUALS =
      Map.of("hd", "headline", "lp", "lead", "by", "byline");

  private static final Set<String> BEFORE_BRACKET = Set.of("HEADLINE", "LEAD", "BODY", "BYLINE");

  private static final Pattern BOUND =
      Pattern.compile("(?i)(?<sign>before|after):(?<date>-?\\d[^\\s:]*(:[^\\s]*)?)");

  private ForeignSigns() {}

  /// The tokens with which the chunk begins; none when it is something else. They end where the
  /// reading goes on.
  static List<Token> field(Chunk chunk, int start, int[] text) {
    if (chunk.hasEscapes()) {
      return List.of();
    }
    String typed = chunk.text();
    Matcher bound = BOUND.matcher(typed);
    if (bound.matches()) {
      int value = start + bound.start("date");
      boolean isBefore = bound.group("sign").equalsIgnoreCase("before");
      return List.of(
          new Token(Kind.FIELD, "published", start, value),
          new Token(Kind.RANGE, (isBefore ? "<" : ">") + bound.group("date"), value, chunk.end()));
    }
    int equals = typed.indexOf('=');
    String named =
        equals < 0 ? null : BEFORE_EQUALS.get(typed.substring(0, equals).toLowerCase(Locale.ROOT));
    int next = equals < 0 ? chunk.end() : start + equals + 1;
    if (equals < 0 && BEFORE_BRACKET.contains(typed) && next < text.length && text[next] == '(') {
      named = typed.toLowerCase(Locale.ROOT);
    }
    boolean hasValue = next < text.length && Signs.startsOperand(text[next]);
    return named != null && hasValue
        ? List.of(new Token(Kind.FIELD, named, start, next))
        : List.of();
  }

  /// Whether it is the date of `before:` or `after:`.
  static boolean isBound(@Nullable Token value) {
    return value != null
        && value.kind() == Kind.RANGE
        && (value.text().startsWith("<") || value.text().startsWith(">"));
  }

  /// The range, or null after reporting why it is none. The date itself does not count.
  static @Nullable Clause range(Token field, Token value, Problems problems) {
    String date = value.text().substring(1);
    var ranges = new LuceneRanges(field, value, problems);
    return value.text().startsWith("<")
        ? ranges.between("*", true, date, false)
        : ranges.between(date, false, "*", true);
  }
}
