/// The engine inside the process: clauses become Lucene queries, one pass over the matches gives
/// hits, facets and histogram.
///
/// Start reading at [dateline.search.lucene.LuceneEngine], then [dateline.search.lucene.MatchPass].
/// Nothing outside this package sees a type of Lucene.
@NullMarked
package dateline.search.lucene;

import org.jspecify.annotations.NullMarked;
