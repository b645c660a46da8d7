/// Tables learned from the archive and frozen between full runs, so that full runs, incremental
/// runs and a cluster decide alike.
///
/// Start reading at [dateline.index.learn.TermRarity]. Nothing here knows Lucene.
@NullMarked
package dateline.index.learn;

import org.jspecify.annotations.NullMarked;
