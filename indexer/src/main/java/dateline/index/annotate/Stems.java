package dateline.index.annotate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.tartarus.snowball.ext.PorterStemmer;

/// Porter stems of words, as numbers of a lexicon of stems.
///
/// Most words of a text were stemmed a moment ago, so a direct-mapped table remembers them. Its
/// entries are immutable and replaced whole: a race between threads costs one more stemming.
final class Stems {
  private static final int SLOTS = 1 << 15;

  private record Entry(String word, int stem) {}

  /// A stem this much shorter is another word: _nationalization_ has the stem of _nation_.
  private static final int CUT_MAX = 3;

  private final Set<String> kept = new HashSet<>();
  private final Lexicon lexicon = new Lexicon();
  private final Entry[] recent = new Entry[SLOTS];

  /// Keeps a term of one word whole, in terms and texts, when its stem is likely another word; so
  /// too for plurals, which a list in base form gives on purpose (_Mets_, _overs_). To be called
  /// before any term is added.
  void keepIfOverstemmed(String word) {
    int cut = word.length() - stem(word).length();
    if (cut > CUT_MAX || (cut > 0 && word.endsWith("s"))) {
      kept.add(word);
    }
  }

  /// While terms are being added.
  int add(String word) {
    return lexicon.add(stem(word));
  }

  /// The stem of a token in small letters; [Lexicon#UNKNOWN] when no term has it.
  int of(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + small(text[i]);
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    Entry entry = recent[slot];
    if (entry == null || !matches(entry.word, text, start, end)) {
      String word = new String(text, start, end - start).toLowerCase(Locale.ROOT);
      char[] stem = stem(word).toCharArray();
      entry = new Entry(word, lexicon.id(stem, 0, stem.length, Lexicon.View.AS_WRITTEN));
      recent[slot] = entry;
    }
    return entry.stem;
  }

  private static boolean matches(String word, char[] text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != small(text[start + i])) {
        return false;
      }
    }
    return true;
  }

  private static char small(char c) {
    return c >= 'a' && c <= 'z' ? c : Character.toLowerCase(c);
  }

  private String stem(String word) {
    if (word.length() < 3 || kept.contains(word)) {
      return word;
    }
    var stemmer = new PorterStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
