package dateline.corpus.gazetteer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings the spellings of one name together: case, accents, punctuation, and the transliterations
/// of German umlauts, so that _Pöhl_, _Poehl_ and _POHL_ meet.
public final class FoldedName {
  // not in Miguel or Marquez, not in Manuel, Michael or Joel, not in Joe
  private static final Pattern UMLAUT =
      Pattern.compile("(?<![aeiougq])([aou])e(?=[b-df-hj-np-tv-z])(?!l\\b)");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FoldedName() {}

  /// Lower-case words with single blanks between them; empty when `text` has no letter or digit.
  public static String of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (isUnaccented(lower)) {
      lower = isPlain(lower) ? lower : words(lower);
    } else {
      lower = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
      lower = lower.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("đ", "d");
      lower = lower.replace("æ", "ae").replace("œ", "oe").replace("ı", "i").replace("ð", "d");
      lower = APOSTROPHES.matcher(lower).replaceAll("");
      lower = BETWEEN.matcher(lower).replaceAll(" ").strip();
    }
    return mayHaveUmlaut(lower) ? UMLAUT.matcher(lower).replaceAll("$1") : lower;
  }

  /// Of ASCII and apostrophes, as nearly all names are.
  private static boolean isUnaccented(String lower) {
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > '~' && !isApostrophe(lower.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '’', '‘', '`', '´' -> true;
      default -> false;
    };
  }

  /// The words of an unaccented text.
  private static String words(String lower) {
    var words = new StringBuilder(lower.length());
    boolean isBetween = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        words.append(isBetween && !words.isEmpty() ? " " : "").append(c);
        isBetween = false;
      } else if (!isApostrophe(c)) {
        isBetween = true;
      }
    }
    return words.toString();
  }

  private static boolean mayHaveUmlaut(String lower) {
    for (int e = lower.indexOf('e', 1); e > 0; e = lower.indexOf('e', e + 1)) {
      char before = lower.charAt(e - 1);
      if (before == 'a' || before == 'o' || before == 'u') {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(String lower) {
    boolean wasLetter = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z';
      if (!isLetter && !(c == ' ' && wasLetter)) {
        return false;
      }
      wasLetter = isLetter;
    }
    return wasLetter;
  }
}
