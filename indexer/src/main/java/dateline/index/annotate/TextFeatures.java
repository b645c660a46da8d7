package dateline.index.annotate;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tartarus.snowball.ext.PorterStemmer;

/// What a learned model reads of an article: how often each stem occurs, and apart from these the
/// stems of the headline (`^stem`). Numbers are one stem, `#`.
public final class TextFeatures {
  private final PorterStemmer stemmer = new PorterStemmer();
  private final Map<String, String> stems = new HashMap<>();
  private final Map<String, Float> counts = new HashMap<>();

  private TextFeatures() {}

  public static Map<String, Float> of(Article article) {
    var features = new TextFeatures();
    features.read(article.text(Zone.HEADLINE), true);
    features.read(article.text(Zone.SUBHEAD), false);
    features.read(article.text(Zone.LEAD), false);
    features.read(article.body(), false);
    return features.counts;
  }

  /// The stems of a name as they stand among the features.
  public static List<String> stems(String name) {
    var features = new TextFeatures();
    return Arrays.stream(name.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 2)
        .map(word -> features.stem(word.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private void read(String text, boolean isHeadline) {
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        at++;
        continue;
      }
      String stem = stem(text.substring(start, at).toLowerCase(Locale.ROOT));
      counts.merge(stem, 1f, Float::sum);
      if (isHeadline) {
        counts.merge("^" + stem, 1f, Float::sum);
      }
    }
  }

  private String stem(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return "#";
    }
    return stems.computeIfAbsent(
        word,
        _ -> {
          if (word.length() < 3) {
            return word;
          }
          stemmer.setCurrent(word);
          stemmer.stem();
          return stemmer.getCurrent();
        });
  }
}
