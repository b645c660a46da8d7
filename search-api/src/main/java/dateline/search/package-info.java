/// Wires the serving side together.
///
/// Start reading at [dateline.search.Server]: engine, watch and HTTP on one screen.
@NullMarked
package dateline.search;

import org.jspecify.annotations.NullMarked;
