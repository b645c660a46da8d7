package dateline.search.engine;

import dateline.corpus.ArticleId;
import dateline.search.query.Clause;
import dateline.search.query.TextZone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a search that found nothing, without which it finds something.
///
/// @param parts one, or two that help only together
/// @param total articles found without them; never 0
/// @param without the search without them, from the start of its list
public record Relaxation(List<Part> parts, long total, SearchRequest without) {
  public Relaxation {
    parts = List.copyOf(parts);
  }

  /// Something that a search asks for.
  public sealed interface Part {}

  /// One plain word among several, or alone.
  public record Word(String word, @Nullable TextZone zone) implements Part {}

  /// A part of the query that must hold.
  public record Condition(Clause clause) implements Part {}

  /// A condition on one field: its `any` as a whole, a single value of `all` or `not`, or that the
  /// field is empty.
  ///
  /// @param labels of the values, for people
  public record Values(Filter filter, List<String> labels) implements Part {
    public Values {
      labels = List.copyOf(labels);
    }
  }

  /// That the article is of one of these threads.
  ///
  /// @param ids of articles
  public record Threads(List<String> ids) implements Part {
    public Threads {
      ids = List.copyOf(ids);
    }
  }

  public record Dates(DateFilter dates) implements Part {}

  /// That only an article and those near-identical to it are wanted.
  public record Story(ArticleId id) implements Part {}
}
