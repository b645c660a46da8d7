package dateline.index.annotate;

import java.util.HashSet;
import java.util.Set;
import org.tartarus.snowball.ext.PorterStemmer;

/// Porter stems of words, as numbers of the lexicon.
final class Stems {
  /// A stem this much shorter is another word: _nationalization_ has the stem of _nation_.
  private static final int CUT_MAX = 3;

  private final Lexicon lexicon;
  private final Set<String> kept = new HashSet<>();

  Stems(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

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

  /// The stem of a word in small letters; [Lexicon#UNKNOWN] when no list has it.
  int number(String word) {
    char[] stem = stem(word).toCharArray();
    return lexicon.id(stem, 0, stem.length, Lexicon.View.AS_WRITTEN);
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
