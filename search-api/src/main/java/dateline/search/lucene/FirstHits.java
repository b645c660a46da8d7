package dateline.search.lucene;

import dateline.search.engine.Boost;
import dateline.search.engine.Mode;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import dateline.search.lucene.BestHits.Candidate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A list of which the first hits by words are put in order anew: by what they mean, by how recent
/// they are, or both.
///
/// The rest follows as it was, so that total, facets and everything that is found are those of the
/// words. The first hits keep scores that are no lower than those of the rest, so that scores fall
/// down the whole list.
final class FirstHits {
  private final RequestPass.Setting setting;
  private final SearchRequest request;
  private final @Nullable MeaningOrder meaning;

  private FirstHits(
      SearchRequest request, @Nullable MeaningOrder meaning, RequestPass.Setting setting) {
    this.setting = setting;
    this.request = request;
    this.meaning = meaning;
  }

  /// Null where a request leaves them as they are.
  ///
  /// @throws dateline.search.engine.SearchEngine.NoVectors when meaning is asked for, and articles
  ///   or query have no vector
  static @Nullable FirstHits of(SearchRequest request, RequestPass.Setting setting)
      throws IOException {
    MeaningOrder meaning = request.mode() == Mode.HYBRID ? MeaningOrder.of(request, setting) : null;
    boolean isOrdered = request.sort() == Sort.RELEVANCE && request.limit() > 0;
    return isOrdered && (meaning != null || request.boost() == Boost.RECENT)
        ? new FirstHits(request, meaning, setting)
        : null;
  }

  /// Key of the explanation of what is added.
  String reason() {
    return request.boost() == Boost.NONE ? "meaning" : meaning == null ? "recent" : "both";
  }

  /// A pass, and its hits in order.
  record Listed(RequestPass pass, List<Candidate> hits) {}

  /// The hits after a cursor, or all from the start.
  Listed after(HitOrder.@Nullable Key cursor) throws IOException {
    Listed whole = fromTheStart();
    if (cursor == null) {
      return whole;
    }
    int first = Math.min(setting.weights().firstHits(), whole.hits.size());
    for (int i = 0; i < first; i++) {
      if (whole.hits.get(i).key().id().equals(cursor.id())) {
        return new Listed(whole.pass, whole.hits.subList(i + 1, whole.hits.size()));
      }
    }
    RequestPass rest = RequestPass.run(request, cursor, setting); // its score is that of its words
    return new Listed(rest, rest.matches().hits());
  }

  /// What the score of an article has beside that of its words, above or below 0; empty where it is
  /// not among the first hits.
  OptionalDouble added(String id, double byWords) throws IOException {
    List<Candidate> hits = fromTheStart().hits;
    return hits.subList(0, Math.min(setting.weights().firstHits(), hits.size())).stream()
        .filter(hit -> hit.key().id().equals(id))
        .mapToDouble(hit -> hit.key().score() - byWords)
        .findFirst();
  }

  private Listed fromTheStart() throws IOException {
    int first = setting.weights().firstHits();
    RequestPass pass = RequestPass.run(request.reaching(first + request.limit()), null, setting);
    List<Candidate> byWords = pass.matches().hits();
    int last = Math.min(first, byWords.size());
    List<Candidate> hits = inOrder(byWords.subList(0, last));
    hits.addAll(byWords.subList(last, byWords.size()));
    return new Listed(pass, hits);
  }

  private List<Candidate> inOrder(List<Candidate> byWords) throws IOException {
    List<Candidate> hits = meaning == null ? byWords : meaning.inOrder(byWords);
    if (request.boost() == Boost.RECENT) {
      hits = RecentOrder.of(hits, setting.weights());
    }
    return new ArrayList<>(meaning == null ? hits : meaning.reread(hits));
  }
}
