package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.lucene.NamedWords.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;

/// What a place in a query adds to articles that name it, and more to those that are about it,
/// under whatever name: parts of its rarity.
final class PlaceScore {
  private static final ArticleField ABOUT = ArticleField.PLACE;

  private PlaceScore() {}

  static List<FixedScore> of(Named place, RankingWeights weights, IndexReader reader)
      throws IOException {
    if (place.kind() != EntityKind.PLACE) {
      return List.of();
    }
    var scores = new ArrayList<FixedScore>();
    int naming = 0; // of merged places, whose articles are mostly those of one
    int about = 0;
    for (String id : place.ids()) {
      naming = Math.max(naming, LiveArticles.count(place.term(id), reader));
      about = Math.max(about, LiveArticles.count(new Term(ABOUT.parameter(), id), reader));
    }
    if (naming > 0) {
      float weight = (float) (weights.placeNamed() * rarity(naming, reader));
      scores.add(new FixedScore("place.named", place.typed(), place.named(), weight));
    }
    if (about > 0) {
      float weight = (float) (weights.placeAbout() * rarity(about, reader));
      Query articles = ClauseCompiler.values(ABOUT, place.ids());
      scores.add(new FixedScore("place.about", place.typed(), articles, weight));
    }
    return scores;
  }

  /// As BM25 has it.
  private static double rarity(int articles, IndexReader reader) {
    return Math.log1p((reader.numDocs() - articles + 0.5) / (articles + 0.5));
  }
}
