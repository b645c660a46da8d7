package dateline.search.lucene;

import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/// Words with other forms where one side has several words, as EU and European Union. Other forms
/// of one word for one word are terms of its [WordUnit].
///
/// @param words of the query, in order
/// @param paths readings of the other forms, by stems
record Reworded(List<WordUnit> words, List<WordPath> paths) {
  static Optional<Reworded> of(List<WordUnit> words, Twin twin, Variants variants)
      throws IOException {
    var analyzer = ArticleAnalyzers.of(new TextField(Part.BODY, twin, Form.STEMMED));
    var paths = new ArrayList<WordPath>();
    for (String form : variants.of(WordUnit.typed(words))) {
      List<WordPath> readings = WordPath.of(TextTerm.of(analyzer, form));
      boolean isOneForOne =
          words.size() == 1 && !readings.isEmpty() && readings.getFirst().positions().size() == 1;
      if (!isOneForOne) {
        paths.addAll(readings);
      }
    }
    return paths.isEmpty() ? Optional.empty() : Optional.of(new Reworded(words, paths));
  }

  String typed() {
    return WordUnit.typed(words);
  }

  /// Articles of a language that hold another form in one of the zones.
  Query query(Set<TextZone> zones, Twin twin) {
    var query = new BooleanQuery.Builder();
    for (TextZone zone : zones) {
      if (zone != TextZone.BYLINE) {
        paths.forEach(
            path -> query.add(ClauseCompiler.path(path, zone, twin, Form.STEMMED), Occur.SHOULD));
      }
    }
    return query.build();
  }
}
