/// Saved searches: what they find of each newly published index, recorded once and sent until it
/// arrives.
///
/// Start reading at [dateline.search.alert.AlertPasser], which decides what there is to tell, and
/// go on with [dateline.search.alert.Courier], which sends it. What is kept between two passes, and
/// between two programs, lies in `desk.db` and is read and written by `dateline.corpus.store`.
///
/// **Never:** decides by itself what a search finds: that is the engine's, over the whole index.
/// **Never:** sends more of an article than may be shown at the moment of sending. **Never:** logs
/// what people search for, or where it is sent.
@NullMarked
package dateline.search.alert;

import org.jspecify.annotations.NullMarked;
