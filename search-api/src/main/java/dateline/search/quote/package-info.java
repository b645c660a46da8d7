/// Whether an archive has a quotation, and as what.
///
/// Start reading at [dateline.search.quote.QuoteCheck].
@NullMarked
package dateline.search.quote;

import org.jspecify.annotations.NullMarked;
