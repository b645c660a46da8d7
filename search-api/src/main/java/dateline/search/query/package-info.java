/// What can be asked: the syntax tree, the parser that never fails, and the one spelling that
/// parses back.
///
/// Start reading at [dateline.search.query.Clause], then [dateline.search.query.QueryParser].
/// Nothing here knows an engine. The grammar stands in the Javadoc of the parser.
@NullMarked
package dateline.search.query;

import org.jspecify.annotations.NullMarked;
