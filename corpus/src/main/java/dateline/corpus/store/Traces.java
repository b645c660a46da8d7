package dateline.corpus.store;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// By what a record in quarantine is known to tell of a withdrawn article: its id, its address, or
/// a good stretch of its text.
final class Traces {
  /// So many words in a row are no accident in prose; a few such runs are no set phrase either.
  private static final int WORDS = 8;

  private static final int RUNS_MIN = 3;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final Set<String> marks = new HashSet<>();
  private final Set<String> runs = new HashSet<>();

  Traces(Collection<String> ids, List<Article> texts) {
    ids.forEach(id -> marks.add('"' + id + '"'));
    for (Article article : texts) {
      if (article.url() != null) {
        marks.add(article.url());
      }
      for (Zone zone : Zone.values()) {
        runs.addAll(runs(article.text(zone)));
      }
    }
  }

  boolean isIn(String record) {
    return marks.stream().anyMatch(record::contains)
        || runs(record).stream().filter(runs::contains).limit(RUNS_MIN).count() == RUNS_MIN;
  }

  private static List<String> runs(String text) {
    List<String> words =
        WORD.matcher(text).results().map(MatchResult::group).map(Traces::folded).toList();
    var runs = new ArrayList<String>();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + WORDS)));
    }
    return runs;
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
