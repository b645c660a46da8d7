package dateline.search.lucene;

import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/// What some words of a query add to every article that has something they ask for, beyond what the
/// words themselves add. Which articles match does not depend on it.
///
/// @param reason key of the explanation, which takes the words
/// @param typed the words
/// @param having the articles that gain
/// @param weight what one article gains
record FixedScore(String reason, String typed, Query having, float weight) {
  Query query() {
    return new BoostQuery(new ConstantScoreQuery(having), weight);
  }
}
