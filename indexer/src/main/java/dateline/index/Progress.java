package dateline.index;

/// Told how far a run is. Called from the run's own thread, often.
public interface Progress {
  /// Stages of a run, in order.
  enum Stage {
    READING,
    LEARNING,
    BUILDING,
    GROUPING,
    VERIFYING
  }

  /// @param articles how many this stage has done
  /// @param of how many there are; 0 when unknown
  void at(Stage stage, long articles, long of);
}
