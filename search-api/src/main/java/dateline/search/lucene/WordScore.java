package dateline.search.lucene;

import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// One of the sums that a word adds to the score of an article: by its stems, by its plain form, or
/// by the byline. Of several terms the best counts.
///
/// @param terms never empty
/// @param fields that are counted together, with their weights
/// @param weight of the sum
record WordScore(Form form, Set<String> terms, Map<String, Float> fields, float weight) {
  Query query() {
    List<Query> queries = terms.stream().map(this::query).toList();
    Query best = queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, 0);
    return weight == 1 ? best : new BoostQuery(best, weight);
  }

  /// For one term, without the weight.
  Query query(String term) {
    if (isOfByline()) {
      return new TermQuery(new Term(IndexNames.BYLINE, term));
    }
    var query = new CombinedFieldQuery.Builder(term);
    fields.forEach(query::addField);
    return query.build();
  }

  boolean isOfByline() {
    return fields.containsKey(IndexNames.BYLINE);
  }
}
