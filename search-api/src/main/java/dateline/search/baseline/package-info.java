/// The yardstick: Lucene as its manual shows it, without anything of Dateline's.
///
/// Start reading at [dateline.search.baseline.PlainLucene]. It must never use a class of ours, or
/// it would no longer tell what Dateline adds and costs.
@NullMarked
package dateline.search.baseline;

import org.jspecify.annotations.NullMarked;
