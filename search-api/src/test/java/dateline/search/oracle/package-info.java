/// The oracle of all engines: answers a search by reading every article, so slowly and plainly that
/// a reader sees that it is right.
///
/// Start reading at [dateline.search.oracle.ScanEngine]. It takes the split of text into terms from
/// the analyzers and everything else from its own hands: nothing here uses an engine's code.
@NullMarked
package dateline.search.oracle;

import org.jspecify.annotations.NullMarked;
