/// Turns text into terms, one way for each field, the same way for index and query.
///
/// Start reading at [dateline.index.analyze.ArticleAnalyzers]. Positions are kept for every word,
/// stop words included, so that phrases mean what they say; a query drops them, the index never
/// does. Uses no API newer than Java 21, since a cluster node runs it too.
@NullMarked
package dateline.index.analyze;

import org.jspecify.annotations.NullMarked;
