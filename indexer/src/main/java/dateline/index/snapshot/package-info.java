/// Copies of whole homes, taken while a server answers, and the way back from them.
///
/// Start reading at [dateline.index.snapshot.SnapshotCreation]; [dateline.index.snapshot.Snapshot]
/// tells what lies in a snapshot's folder, and [dateline.index.snapshot.SnapshotRestore] goes the
/// other way. A snapshot is complete when it has its name, and is never changed; nothing is
/// restored from one that is damaged, and a home is replaced only by one that was proved.
@NullMarked
package dateline.index.snapshot;

import org.jspecify.annotations.NullMarked;
