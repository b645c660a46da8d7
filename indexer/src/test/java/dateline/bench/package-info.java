/// What the parts of a run cost, measured by hand: no build runs these.
///
/// [dateline.bench.AnalysisBench] measures text becoming terms; [dateline.bench.AnnotateBench]
/// measures recognition and what its dictionaries cost; [dateline.bench.GroupingBench] measures the
/// finding of reprints in whole runs.
@NullMarked
package dateline.bench;

import org.jspecify.annotations.NullMarked;
