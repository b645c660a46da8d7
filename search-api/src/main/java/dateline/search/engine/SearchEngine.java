package dateline.search.engine;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Answers searches over one archive. Safe for use by many threads.
public interface SearchEngine extends Closeable {
  /// Answers one search from one generation.
  ///
  /// @throws CursorExpired when the request continues a list of a generation that is gone
  /// @throws NoGeneration while no index is open
  /// @throws NoVectors when the order is to be by meaning, and articles have no vectors to go by
  /// @throws SearchTimeout when the search took longer than the engine's limit
  SearchPage search(SearchRequest request) throws IOException;

  /// Tells why an article has its score, or which clause, filter or date it fails first; empty when
  /// no article of this id can be found. Sort, facets, folding and the place in the list do not
  /// count.
  Optional<Explanation> explain(SearchRequest request, ArticleId id) throws IOException;

  /// Articles that resemble one, most similar first; none where the resemblance is slight, or where
  /// no article has the id. Those near-identical to it are left out, and of others near-identical
  /// to each other the most similar one is listed. Fails as [#search] does.
  ///
  /// @param limit most articles, 1 to [Similar#LIMIT_MAX]
  List<Similar> similar(ArticleId id, int limit) throws IOException;

  /// The stories of one event, oldest first and undated last, the article itself among them; none
  /// where no article has the id. Fails as [#search] does.
  List<Hit> thread(ArticleId id) throws IOException;

  /// Looks up values of a facet by their names. Fails as [#search] does.
  FacetValues values(FacetValues.Request request) throws IOException;

  /// Completes what somebody types. What cannot be completed, such as operators, gives no queries.
  ///
  /// @param typed at most [Suggestions#TYPED_MAX] long
  /// @param limit most entities and most queries, 1 to [Suggestions#LIMIT_MAX]
  Suggestions suggest(String typed, int limit) throws IOException;

  /// Tells of one entity; empty when there is none of this id, or an editor hid it. Fails as
  /// [#search] does.
  Optional<EntityProfile> entity(EntityKind kind, String id) throws IOException;

  /// The rules by which hits are ordered by relevance, each with its weights.
  default List<RankingRule> ranking() {
    return List.of();
  }

  EngineStatus status() throws IOException;

  /// What operators watch. As of an engine that has one index for good, unless it knows better.
  default EngineFigures figures() throws IOException {
    return new EngineFigures(status().built(), 1, 0, 0);
  }

  /// The cursor belongs to a generation that no longer answers: search again from the start.
  final class CursorExpired extends IOException {
    private static final long serialVersionUID = 1;

    public CursorExpired(String message) {
      super(message);
    }
  }

  /// Nothing has been indexed yet, or the live generation cannot be read.
  final class NoGeneration extends IOException {
    private static final long serialVersionUID = 1;

    public NoGeneration(String message) {
      super(message);
    }
  }

  /// The search asks for an order by meaning, and the archive or its model is not made for it.
  final class NoVectors extends IOException {
    private static final long serialVersionUID = 1;

    public NoVectors(String message) {
      super(message);
    }
  }

  /// The search was stopped because it took too long.
  final class SearchTimeout extends IOException {
    private static final long serialVersionUID = 1;

    public SearchTimeout(String message) {
      super(message);
    }
  }
}
