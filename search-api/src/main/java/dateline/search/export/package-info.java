/// Whole results as files for other programs, a record at a time, without a ceiling.
///
/// Start reading at [dateline.search.export.Export].
@NullMarked
package dateline.search.export;

import org.jspecify.annotations.NullMarked;
