package dateline.corpus.invent;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Heaps' law V = K·n^β fitted on texts: by least squares through the logarithms, from [#FIRST]
/// words on at steps of a third.
///
/// @param words running words in all
/// @param distinct words that differ, without regard to case
record Growth(double k, double beta, long words, long distinct) {
  private static final long FIRST = 20_000;
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:'[A-Za-z]+)?");

  static Growth of(List<Article> articles) {
    Set<String> distinct = new HashSet<>();
    long words = 0;
    double step = FIRST;
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (Article article : articles) {
      for (String word : words(article)) {
        distinct.add(word);
        words++;
        if (words >= step) {
          step *= 4.0 / 3;
          double logWords = Math.log((double) words);
          double logDistinct = Math.log(distinct.size());
          n++;
          x += logWords;
          y += logDistinct;
          xx += logWords * logWords;
          xy += logWords * logDistinct;
        }
      }
    }
    double beta = (n * xy - x * y) / (n * xx - x * x);
    return new Growth(Math.exp((y - beta * x) / n), beta, words, distinct.size());
  }

  /// Headline and body in lower case.
  static List<String> words(Article article) {
    return WORD.matcher(
            (article.text(Zone.HEADLINE) + " " + article.body()).toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
