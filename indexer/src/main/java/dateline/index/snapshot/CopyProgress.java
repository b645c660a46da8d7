package dateline.index.snapshot;

/// Told how far a snapshot, a check or a restore is, from the thread that does it, often.
public interface CopyProgress {
  enum Stage {
    COPYING,
    CHECKING,
    SEARCHING
  }

  /// @param of all bytes of the stage; 0 when unknown
  void at(Stage stage, long bytes, long of);
}
