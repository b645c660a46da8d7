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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Puts hits in order anew, by words and by what they mean: `mode=hybrid`. Both are brought to the
/// range of the hits' scores and added by their weights (min-max fusion).
final class MeaningOrder {
  private final RequestPass.Setting setting;
  private final String text;
  private final float[] asked;

  private MeaningOrder(String text, float[] asked, RequestPass.Setting setting) {
    this.setting = setting;
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
        ? new MeaningOrder(text, model.vector(text), setting)
        : null;
  }

  /// The same hits in order, from the one that comes first.
  List<Candidate> inOrder(List<Candidate> byWords) throws IOException {
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

  /// Puts hits in the order of the archive's rerankers; scores stay at their places.
  List<Candidate> reread(List<Candidate> hits) throws IOException {
    List<Candidate> reread = hits;
    for (Reranker reranker : setting.models().rerankers()) {
      reread = reread(reread, reranker);
    }
    return reread;
  }

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
