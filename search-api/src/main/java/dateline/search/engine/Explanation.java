package dateline.search.engine;

import dateline.corpus.ArticleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an article has its score, or why a search does not find it, for people.
///
/// @param score what the order by relevance goes by; 0 when the article does not match
/// @param text one sentence
/// @param details parts that add up to the score, or what fails first
/// @param nearest the search without one of its parts, or two, that finds it among the fewest; null
///   when the article matches, or no such search finds it
public record Explanation(
    ArticleId id,
    boolean matches,
    double score,
    String text,
    List<Detail> details,
    @Nullable Relaxation nearest) {
  public Explanation {
    details = List.copyOf(details);
  }

  /// @param value null where no number says anything
  public record Detail(String text, @Nullable Double value, List<Detail> details) {
    public Detail {
      details = List.copyOf(details);
    }
  }
}
