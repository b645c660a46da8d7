/// One run: from delivered files to a published generation.
///
/// Start reading at [dateline.index.IndexRun], top to bottom. A run that is killed at any moment
/// leaves the live generation as it was, and the next run clears what it left.
@NullMarked
package dateline.index;

import org.jspecify.annotations.NullMarked;
