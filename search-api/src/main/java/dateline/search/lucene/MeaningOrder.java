package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.index.meaning.Meaning;
import dateline.index.meaning.TextEncoder;
import dateline.index.schema.IndexNames;
import dateline.search.engine.Reranker;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import dateline.search.lucene.BestHits.Candidate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Puts the first hits by words in order anew, by words and by what they mean: `mode=hybrid`.
///
/// The rest follows as it was, so that total, facets and everything that is found are those of the
/// words. Both are brought to the range of the first hits' scores and added by their weights
/// (min-max fusion); the last of the first hits keeps the least score, so that scores fall down the
/// whole list.
final class MeaningOrder {
  private final RequestPass.Setting setting;
  private final SearchRequest request;
  private final String text;
  private final float[] asked;

  private MeaningOrder(
      SearchRequest request, String text, float[] asked, RequestPass.Setting setting) {
    this.setting = setting;
    this.request = request;
    this.text = text;
    this.asked = asked;
  }

  /// Null where a request has no use for it.
  ///
  /// @throws dateline.search.engine.SearchEngine.NoVectors when articles or query have no vector
  static @Nullable MeaningOrder of(SearchRequest request, RequestPass.Setting setting)
      throws IOException {
    TextEncoder model =
        setting.models().encoder(setting.generation().generation().manifest().meaning());
    String text = QueryText.of(request.query().clause());
    return request.sort() == Sort.RELEVANCE && request.limit() > 0 && !text.isBlank()
        ? new MeaningOrder(request, text, model.vector(text), setting)
        : null;
  }

  /// A pass, and its hits in order.
  record Listed(RequestPass pass, List<Candidate> hits) {}

  /// The hits after a cursor, or all from the start.
  Listed after(HitOrder.@Nullable Key cursor) throws IOException {
    Listed whole = fromTheStart();
    if (cursor == null) {
      return whole;
    }
    int first = Math.min(setting.weights().meaningHits(), whole.hits.size());
    for (int i = 0; i < first; i++) {
      if (whole.hits.get(i).key().id().equals(cursor.id())) {
        return new Listed(whole.pass, whole.hits.subList(i + 1, whole.hits.size()));
      }
    }
    RequestPass rest = RequestPass.run(request, cursor, setting); // its score is that of its words
    return new Listed(rest, rest.matches().hits());
  }

  /// What the score of an article has by what it means, above or below 0; empty where it is not
  /// among the first hits, and its score is that of its words.
  OptionalDouble added(String id, double byWords) throws IOException {
    List<Candidate> hits = fromTheStart().hits;
    return hits.subList(0, Math.min(setting.weights().meaningHits(), hits.size())).stream()
        .filter(hit -> hit.key().id().equals(id))
        .mapToDouble(hit -> hit.key().score() - byWords)
        .findFirst();
  }

  private Listed fromTheStart() throws IOException {
    int first = setting.weights().meaningHits();
    RequestPass pass = RequestPass.run(request.reaching(first + request.limit()), null, setting);
    List<Candidate> byWords = pass.matches().hits();
    int last = Math.min(first, byWords.size());
    List<Candidate> hits = inOrder(byWords.subList(0, last));
    for (Reranker reranker : setting.models().rerankers()) {
      hits = reread(hits, reranker);
    }
    hits.addAll(byWords.subList(last, byWords.size()));
    return new Listed(pass, hits);
  }

  private List<Candidate> inOrder(List<Candidate> byWords) throws IOException {
    var hits = new ArrayList<Candidate>();
    if (byWords.isEmpty()) {
      return hits;
    }
    float[] likeness = new float[byWords.size()];
    float least = Float.MAX_VALUE;
    float most = -Float.MAX_VALUE;
    for (int i = 0; i < likeness.length; i++) {
      likeness[i] = likeness(byWords.get(i).article());
      least = Math.min(least, likeness[i]);
      most = Math.max(most, likeness[i]);
    }
    float low = byWords.getLast().key().score();
    float high = byWords.getFirst().key().score();
    float range = high > low ? high - low : 1;
    float share = setting.weights().meaningShare();
    for (int i = 0; i < likeness.length; i++) {
      Candidate hit = byWords.get(i);
      float meaning = most > least ? (likeness[i] - least) / (most - least) : 0;
      float score = (1 - share) * hit.key().score() + share * (low + range * meaning);
      hits.add(
          new Candidate(
              new HitOrder.Key(score, hit.key().second(), hit.key().id()),
              hit.article(),
              hit.duplicates()));
    }
    hits.sort(Comparator.comparing(Candidate::key, HitOrder.of(Sort.RELEVANCE)));
    return hits;
  }

  /// Puts the first hits in the order of a reranker; scores stay at their places.
  private List<Candidate> reread(List<Candidate> hits, Reranker reranker) throws IOException {
    int count = Math.min(Math.min(reranker.hits(), Reranker.HITS_MAX), hits.size());
    if (count < 2) {
      return hits;
    }
    var rows = new ArticleRows(setting.generation());
    var texts = new ArrayList<String>();
    for (Candidate hit : hits.subList(0, count)) {
      texts.add(
          setting
              .archive()
              .version(rows.sequence(hit.article()))
              .map(article -> opening(article, reranker.words()))
              .orElse("")); // its text was removed a moment ago
    }
    float[] scores = reranker.scores(text, texts);
    List<Integer> order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(place -> -scores[place]))
            .toList();
    var again = new ArrayList<Candidate>();
    for (int place = 0; place < count; place++) {
      Candidate hit = hits.get(order.get(place));
      HitOrder.Key key = hit.key();
      float score = hits.get(place).key().score();
      again.add(
          new Candidate(
              new HitOrder.Key(score, key.second(), key.id()), hit.article(), hit.duplicates()));
    }
    again.addAll(hits.subList(count, hits.size()));
    return again;
  }

  private static String opening(Article article, int words) {
    String whole =
        Stream.of(Zone.HEADLINE, Zone.LEAD, Zone.BODY)
            .map(zone -> article.text(zone).strip())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n"));
    return String.join(" ", Stream.of(whole.split("\\s+")).limit(words).toList());
  }

  /// How near an article is to the query, from -1 to 1; 0 for one without a vector.
  private float likeness(int article) throws IOException {
    List<LeafReaderContext> leaves = setting.generation().reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(article, leaves));
    BinaryDocValues vectors = DocValues.getBinary(leaf.reader(), IndexNames.MEANING);
    if (!vectors.advanceExact(article - leaf.docBase)) {
      return 0;
    }
    BytesRef bytes = vectors.binaryValue();
    return Meaning.fromBytes(bytes.bytes, bytes.offset, bytes.length).likeness(asked);
  }
}
