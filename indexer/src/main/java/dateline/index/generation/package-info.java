/// Complete indexes and how the next one takes the place of the last.
///
/// Start reading at [dateline.index.generation.GenerationStore]. A generation is built aside,
/// sealed by its manifest, verified, and published by one atomic step; a published one is never
/// changed.
@NullMarked
package dateline.index.generation;

import org.jspecify.annotations.NullMarked;
