/// A small honest archive in memory, for tests of what stands before the engine.
///
/// Start reading at [dateline.search.memory.MemoryEngine].
@NullMarked
package dateline.search.memory;

import org.jspecify.annotations.NullMarked;
