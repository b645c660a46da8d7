/// The seam between those who ask and the engines that answer, in words of our own.
///
/// Start reading at [dateline.search.engine.SearchEngine]. A caller cannot tell which engine
/// answers; no type of Lucene or of HTTP stands here.
@NullMarked
package dateline.search.engine;

import org.jspecify.annotations.NullMarked;
