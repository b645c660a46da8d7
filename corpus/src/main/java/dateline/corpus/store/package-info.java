/// Keeps what was read: every accepted version of every article, what was rejected, the runs that
/// brought it, and the ids of entities.
///
/// Start reading at [dateline.corpus.store.ArchiveStore]. `archive.db` belongs to runs, one at a
/// time, and `desk.db` to everybody in short transactions; both are SQLite with a write-ahead log,
/// so that readers never wait. A version counts only when the generation that answers lists its
/// run. JDBC is known here and nowhere else.
@NullMarked
package dateline.corpus.store;

import org.jspecify.annotations.NullMarked;
