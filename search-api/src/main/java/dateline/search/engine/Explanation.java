package dateline.search.engine;

import dateline.corpus.ArticleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an article has its score, or why a search does not find it, for people.
///
/// @param score what the order by relevance goes by; 0 when the article does not match
/// @param text one sentence
/// @param details parts that add up to the score, or what fails first
public record Explanation(
    ArticleId id, boolean matches, double score, String text, List<Detail> details) {
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
