package dateline.index.night;

/// A night as the rules see it: beside its figures, what the past says about such a night.
record Evidence(
    Night night, Thresholds thresholds, Timeline timeline, SameHours hours, History history) {
  static Evidence of(Night night, Thresholds thresholds) {
    Timeline timeline = Timeline.of(night);
    var hours = new SameHours(timeline, thresholds.zone(), thresholds.holidays());
    return new Evidence(night, thresholds, timeline, hours, new History(timeline, hours.from()));
  }

  /// Whether there is nothing yet to compare with: the first generation.
  boolean isFirst() {
    return night.counts().live() == 0;
  }
}
