/// The judge of a night: compares what a run has built with what answers now, and refuses a bad
/// one.
///
/// Start reading at [dateline.index.night.Judge]. It decides from numbers and from answers to a
/// panel of searches alone; it never writes to the store or moves the pointer.
@NullMarked
package dateline.index.night;

import org.jspecify.annotations.NullMarked;
