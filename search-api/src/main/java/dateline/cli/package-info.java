/// The one `dateline` command, and the only place that knows both the indexer and the server.
///
/// Start reading at [dateline.cli.Main]. Results go to standard output, everything else to standard
/// error.
@NullMarked
package dateline.cli;

import org.jspecify.annotations.NullMarked;
