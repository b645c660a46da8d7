/// Measures Dateline beside a yardstick in one run, so that the noise of the machine hits both.
///
/// Start reading at [dateline.search.bench.Duel]. Nothing here knows Lucene or the terminal, and
/// nothing here is used while a search is answered.
@NullMarked
package dateline.search.bench;

import org.jspecify.annotations.NullMarked;
