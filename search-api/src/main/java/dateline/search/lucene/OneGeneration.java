package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.index.generation.GenerationStore;
import dateline.index.schema.IndexNames;
import dateline.search.engine.HeldGeneration;
import dateline.search.engine.LiveVersion;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/// A generation that is held open for several questions.
final class OneGeneration implements HeldGeneration {
  private final OpenGeneration generation;
  private final GenerationStore generations;
  private final ArticleRows rows;
  private final Function<OpenGeneration, RequestPass.Setting> settings;

  /// @param generation was acquired, and is released by [#close]
  /// @param settings for one question each, whose time begins then
  OneGeneration(
      OpenGeneration generation,
      GenerationStore generations,
      Function<OpenGeneration, RequestPass.Setting> settings) {
    this.generation = generation;
    this.generations = generations;
    this.rows = new ArticleRows(generation);
    this.settings = settings;
  }

  @Override
  public String name() {
    return generation.name();
  }

  @Override
  public boolean isLive() throws IOException {
    return generations.liveName().filter(generation.name()::equals).isPresent();
  }

  @Override
  public List<LiveVersion> versions(LongPredicate wanted) throws IOException {
    var found = new ArrayList<LiveVersion>();
    for (LeafReaderContext leaf : generation.reader().leaves()) {
      var sequences = DocValues.getNumeric(leaf.reader(), IndexNames.SEQUENCE);
      var ids = DocValues.getSorted(leaf.reader(), IndexNames.ID);
      DocIdSetIterator articles = LiveArticles.of(sequences, leaf);
      for (int article; (article = articles.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
        long version = sequences.longValue();
        if (wanted.test(version)) {
          ids.advanceExact(article);
          String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
          found.add(new LiveVersion(new ArticleId(id), version));
        }
      }
    }
    return found;
  }

  @Override
  public OptionalLong version(ArticleId article) throws IOException {
    OptionalInt number = rows.numberOf(article);
    return number.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(rows.sequence(number.getAsInt()));
  }

  @Override
  public Set<ArticleId> matching(SearchRequest request, Set<ArticleId> among) throws IOException {
    if (among.isEmpty()) {
      return Set.of();
    }
    List<BytesRef> ids = among.stream().map(id -> new BytesRef(id.value())).toList();
    RequestPass pass =
        RequestPass.run(
            request.exporting(among.size()),
            null,
            new TermInSetQuery(IndexNames.ID, ids),
            settings.apply(generation));
    var matching = new LinkedHashSet<ArticleId>();
    for (BestHits.Candidate hit : pass.matches().hits()) {
      matching.add(new ArticleId(hit.key().id()));
    }
    return matching;
  }

  @Override
  public void close() throws IOException {
    generation.release();
  }
}
