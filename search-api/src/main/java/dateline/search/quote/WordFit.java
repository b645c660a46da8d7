package dateline.search.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lays the words of a quotation along those of a text: the stretch of the text in which most of
/// them stand in order (semi-global alignment, after Needleman and Wunsch 1970, with free ends in
/// the text).
final class WordFit {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /// Words of a text that are looked at; the rest of a longer one is not.
  static final int TEXT_MAX = 20_000;

  private static final int SAME = 2;
  private static final int OTHER = -1;
  private static final int GAP = -1;

  /// A word and where it stands, in UTF-16 units.
  record Word(String folded, int start, int end) {}

  /// A stretch of a text.
  ///
  /// @param share of the words of the longer of quotation and stretch that both have in order
  record Fit(int start, int end, double share) {}

  private WordFit() {}

  static List<Word> words(String text) {
    var words = new ArrayList<Word>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find() && words.size() < TEXT_MAX) {
      words.add(new Word(matcher.group().toLowerCase(Locale.ROOT), matcher.start(), matcher.end()));
    }
    return words;
  }

  /// The best stretch; null where no word fits.
  static @Nullable Fit of(List<Word> quote, List<Word> text) {
    int length = text.size();
    int[] score = new int[length + 1];
    int[] begun = new int[length + 1];
    int[] same = new int[length + 1];
    for (int i = 0; i <= length; i++) {
      begun[i] = i;
    }
    for (Word word : quote) {
      int[] scoreNow = new int[length + 1];
      int[] begunNow = new int[length + 1];
      int[] sameNow = new int[length + 1];
      scoreNow[0] = score[0] + GAP;
      for (int i = 1; i <= length; i++) {
        boolean isSame = word.folded.equals(text.get(i - 1).folded);
        int across = score[i - 1] + (isSame ? SAME : OTHER);
        int skipped = score[i] + GAP;
        int added = scoreNow[i - 1] + GAP;
        if (across >= skipped && across >= added) {
          scoreNow[i] = across;
          begunNow[i] = begun[i - 1];
          sameNow[i] = same[i - 1] + (isSame ? 1 : 0);
        } else if (skipped >= added) {
          scoreNow[i] = skipped;
          begunNow[i] = begun[i];
          sameNow[i] = same[i];
        } else {
          scoreNow[i] = added;
          begunNow[i] = begunNow[i - 1];
          sameNow[i] = sameNow[i - 1];
        }
      }
      score = scoreNow;
      begun = begunNow;
      same = sameNow;
    }
    int best = 0;
    for (int i = 1; i <= length; i++) {
      best = score[i] > score[best] ? i : best;
    }
    if (best == 0 || same[best] == 0 || begun[best] >= best) {
      return null;
    }
    int stretch = best - begun[best];
    return new Fit(
        text.get(begun[best]).start,
        text.get(best - 1).end,
        same[best] / (double) Math.max(quote.size(), stretch));
  }
}
