package dateline.search.lucene;

import dateline.index.schema.ArticleField;
import dateline.search.lucene.NamedWords.Named;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// What a place in a query adds to articles that are about it, under whatever name: a part of its
/// rarity among them.
final class PlaceScore {
  private PlaceScore() {}

  static Optional<FixedScore> of(Named named, float weight, IndexReader reader) throws IOException {
    Optional<ArticleField> about = named.about();
    if (about.isEmpty()) {
      return Optional.empty();
    }
    int held = 0; // of merged places, whose articles are mostly those of one
    for (String id : named.ids()) {
      held = Math.max(held, LiveArticles.count(new Term(about.get().parameter(), id), reader));
    }
    double rarity = Math.log1p((reader.numDocs() - held + 0.5) / (held + 0.5));
    return held == 0
        ? Optional.empty()
        : Optional.of(
            new FixedScore(
                "place",
                named.typed(),
                ClauseCompiler.values(about.get(), named.ids()),
                (float) (weight * rarity)));
  }
}
