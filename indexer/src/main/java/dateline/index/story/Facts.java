package dateline.index.story;

import static java.util.stream.Collectors.toSet;

import dateline.corpus.gazetteer.FoldedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text says besides how it says it: its figures and its names.
///
/// A figure is its digits without separators, so that `10,395` and `10.395`, `9:07` and `9.07`
/// meet; small numbers may be spelled out. A name is a word with a capital, the first word of a
/// sentence too.
///
/// @param words all words and figures of the text, each once
/// @param figures of text and headline, each once
/// @param names of the text, each once
/// @param headline words and figures of the headline, in order; of the text where that is all there
///   is
/// @param symbols under which exchanges list whom the headline is about: `TM` of _Thompson <TM>
///   sets quarterly_
/// @param all words and figures of text and headline
/// @param prose how many words there are that are no figures
/// @param table the figures of the text with how often each stands there, where the text is a
///   table; else empty
record Facts(
    Set<String> words,
    Set<String> figures,
    Set<String> names,
    List<String> headline,
    Set<String> symbols,
    Set<String> all,
    int prose,
    Map<String, Integer> table) {

  /// Of the words of a text; the share of figures from which it is a table. In Reuters-21578 six in
  /// ten of the price lists without a headline have more, and one in fifty of all other stories.
  private static final double TABLE = 1 / 3.0;

  private static final Pattern TOKEN =
      Pattern.compile("\\p{Nd}+(?:[.,:/-]\\p{Nd}+)*|[\\p{L}\\p{M}]+");

  /// As agencies set it behind a company's name, with or without the exchange.
  private static final Pattern SYMBOL = Pattern.compile("<(\\p{Lu}[\\p{Lu}\\p{Nd}.]*)>");

  private static final Map<String, String> SPELLED_OUT =
      Map.ofEntries(
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"));

  static Facts of(String text, String headline) {
    var words = new LinkedHashSet<String>();
    var figures = new LinkedHashSet<String>();
    var names = new LinkedHashSet<String>();
    var counts = new TreeMap<String, Integer>();
    int prose = 0;
    int written = 0;
    for (Token token : tokens(text)) {
      words.add(token.key);
      if (token.isFigure) {
        figures.add(token.key);
      } else if (token.isName) {
        names.add(token.key);
      }
      prose += token.isWritten ? 0 : 1;
      if (token.isWritten) {
        written++;
        counts.merge(token.key, 1, Integer::sum);
      }
    }
    var title = new ArrayList<String>();
    for (Token token : tokens(headline)) {
      title.add(token.key);
      if (token.isFigure) {
        figures.add(token.key);
      }
    }
    var all = new LinkedHashSet<>(words);
    all.addAll(title);
    boolean isTable = written > TABLE * (prose + written);
    return new Facts(
        words, figures, names, title, symbols(headline), all, prose, isTable ? counts : Map.of());
  }

  /// Those that are not among others.
  static Set<String> lacking(Collection<String> some, Set<String> others) {
    var lacking = new TreeSet<>(some);
    lacking.removeAll(others);
    return lacking;
  }

  private static Set<String> symbols(String headline) {
    return SYMBOL.matcher(headline).results().map(each -> each.group(1)).collect(toSet());
  }

  /// @param isFigure whether it is a number, in digits or spelled out
  /// @param isWritten whether it is in digits
  private record Token(String key, boolean isFigure, boolean isWritten, boolean isName) {}

  private static List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String token = matcher.group();
      int first = token.codePointAt(0);
      if (Character.isDigit(first)) {
        tokens.add(new Token(digits(token), true, true, false));
      } else {
        String folded = FoldedName.of(token);
        String figure = SPELLED_OUT.get(folded);
        boolean isName =
            Character.isUpperCase(first) && token.length() > Character.charCount(first);
        tokens.add(
            figure == null
                ? new Token(folded, false, false, isName)
                : new Token(figure, true, false, false));
      }
    }
    return tokens;
  }

  private static String digits(String figure) {
    var digits = new StringBuilder();
    figure
        .codePoints()
        .filter(Character::isDigit)
        .map(sign -> Character.digit(sign, 10))
        .filter(digit -> digit > 0 || !digits.isEmpty())
        .forEach(digits::append);
    return digits.isEmpty() ? "0" : digits.toString();
  }
}
