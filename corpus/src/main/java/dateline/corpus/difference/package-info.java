/// Tells what changed from one text to another, word by word.
///
/// Start reading at [dateline.corpus.difference.TextDifference]. Nothing here knows articles:
/// rights are minded by whoever chooses the texts. A difference of any two texts is found in
/// bounded time.
@NullMarked
package dateline.corpus.difference;

import org.jspecify.annotations.NullMarked;
