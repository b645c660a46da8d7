/// Judged searches in the file formats of TREC, and the measures of a ranking.
///
/// Start reading at [dateline.corpus.measure.Measures]. [dateline.corpus.measure.Topics] are what
/// is asked, [dateline.corpus.measure.Qrels] which articles answer it,
/// [dateline.corpus.measure.Run] what an engine answered. The figures equal those of `trec_eval
/// -c`.
///
/// Never: asks an engine, or knows what an article is beyond its id.
@NullMarked
package dateline.corpus.measure;

import org.jspecify.annotations.NullMarked;
