package dateline.index.language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells the language of a text by its script, and among those in Latin letters by its function
/// words.
///
/// English needs no proof: another language has to show different function words, in a good part of
/// the text, and clearly more of them than English has. So headlines, telegrams in capitals and
/// lists of figures stay English. A longer text in which no language is known has none.
final class LanguageDetector {
  private static final String FALLBACK = "en";

  /// Least function words of another language; one that several languages share counts in part.
  private static final double EVIDENCE_MIN = 2;

  /// Least part of all words. Of English, German, French and Swahili news every third to second
  /// word is in the list; of names and figures, none.
  private static final double SHARE_MIN = 0.12;

  /// How much more evidence another language needs than English has.
  private static final double LEAD_MIN = 2;

  /// Texts with fewer words may hold no function word at all.
  private static final int WORDS_MIN = 40;

  /// Least function words of English in a longer text that is taken for English.
  private static final double ENGLISH_SHARE_MIN = 0.05;

  /// A character of these says about as much as two letters.
  private static final int IDEOGRAPH_WEIGHT = 2;

  /// Least part of kana in Japanese: Chinese has none, and Japanese headlines have few.
  private static final double KANA_MIN = 0.03;

  private final Map<Script, int[]> letters = new EnumMap<>(Script.class); // of one number each
  private final double[] evidence = new double[FunctionWords.SHIPPED.languages().size()];
  private final long[] firstWord = new long[evidence.length];
  private long areVaried;
  private int words;

  private LanguageDetector() {}

  /// A code as [LanguageCode] spells it; null for a text without letters, and where nothing tells.
  static @Nullable String detect(String text) {
    return new LanguageDetector().of(text);
  }

  private @Nullable String of(String text) {
    read(text);
    Script most = Script.NONE;
    int kana = count(Script.KANA);
    add(Script.HAN, kana);
    for (Script script : Script.values()) {
      if (script != Script.NONE && script != Script.KANA && weight(script) > weight(most)) {
        most = script;
      }
    }
    return switch (most) {
      case LATIN -> ofWords();
      case HAN -> kana > KANA_MIN * count(Script.HAN) ? "ja" : "zh";
      case CYRILLIC -> ScriptLetters.cyrillic(text);
      case ARABIC -> ScriptLetters.arabic(text);
      default -> most.language();
    };
  }

  private int count(Script script) {
    int[] count = letters.get(script);
    return count == null ? 0 : count[0];
  }

  private void add(Script script, int more) {
    letters.computeIfAbsent(script, _ -> new int[1])[0] += more;
  }

  private int weight(Script script) {
    int count = script == Script.NONE ? 0 : count(script);
    return script == Script.HAN || script == Script.HANGUL ? IDEOGRAPH_WEIGHT * count : count;
  }

  /// Counts letters by script, and looks up each word in Latin letters.
  private void read(String text) {
    int length = text.length();
    long word = FunctionWords.EMPTY;
    int start = 0;
    int latin = 0;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? text.charAt(i) : ' ';
      char lower = (char) (c | 0x20);
      boolean isLatin = lower >= 'a' && lower <= 'z' && c < 0x80;
      if (c >= 0x80) {
        Script script = Script.of(c);
        isLatin = script == Script.LATIN;
        lower = isLatin ? Character.toLowerCase(c) : c;
        add(script, isLatin ? 0 : 1);
      }
      if (isLatin) {
        word = FunctionWords.extended(word, lower);
      } else {
        if (i > start && (i > start + 1 || !Character.isUpperCase(text.charAt(start)))) {
          count(word); // one capital is an initial or the number of something
        }
        latin += i - start;
        word = FunctionWords.EMPTY;
        start = i + 1;
      }
    }
    add(Script.LATIN, latin);
  }

  private void count(long word) {
    words++;
    long languages = FunctionWords.SHIPPED.languagesOf(word);
    double part = 1.0 / Math.max(1, Long.bitCount(languages));
    for (long left = languages; left != 0; left &= left - 1) {
      int language = Long.numberOfTrailingZeros(left);
      evidence[language] += part;
      if (firstWord[language] == 0) {
        firstWord[language] = word;
      } else if (firstWord[language] != word) {
        areVaried |= 1L << language;
      }
    }
  }

  private @Nullable String ofWords() {
    int best = 0; // English comes first in the list
    for (int i = 1; i < evidence.length; i++) {
      if (evidence[i] > evidence[best]) {
        best = i;
      }
    }
    boolean isProven =
        best != 0
            && (areVaried & 1L << best) != 0
            && evidence[best] >= EVIDENCE_MIN
            && evidence[best] >= SHARE_MIN * words
            && evidence[best] >= LEAD_MIN * evidence[0];
    if (isProven) {
      return FunctionWords.SHIPPED.languages().get(best);
    }
    boolean isKnown = Arrays.stream(evidence).sum() >= ENGLISH_SHARE_MIN * words;
    return words < WORDS_MIN || isKnown ? FALLBACK : null;
  }
}
