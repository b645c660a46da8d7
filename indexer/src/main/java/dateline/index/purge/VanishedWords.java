package dateline.index.purge;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.index.lucene.PublishedTerms;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that withdrawn articles held and that no article of an index holds: wherever one is found,
/// it comes from what must be forgotten.
final class VanishedWords {
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Set<String> words = new HashSet<>();
  private final Set<String> terms = new HashSet<>();

  /// @param texts of the withdrawn articles
  static VanishedWords of(Collection<Article> texts, PublishedTerms index) throws IOException {
    var vanished = new VanishedWords();
    for (Article article : texts) {
      for (String term : index.termsOf(article)) {
        if (!index.holds(term)) {
          vanished.terms.add(term);
        }
      }
      for (Zone zone : Zone.values()) {
        for (String word : wordsIn(article.text(zone))) {
          if (!index.holdsWord(word)) {
            vanished.words.add(word);
          }
        }
      }
    }
    return vanished;
  }

  boolean isEmpty() {
    return words.isEmpty() && terms.isEmpty();
  }

  /// Whether a stemmed term of a table comes from there.
  boolean hasTerm(String term) {
    return terms.contains(term);
  }

  /// Whether a text holds such a word.
  boolean isIn(String text) {
    return wordsIn(text).stream().anyMatch(words::contains);
  }

  private static List<String> wordsIn(String text) {
    return BREAK
        .splitAsStream(text)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
