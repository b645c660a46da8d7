package dateline.search.lucene;

/// How likely two articles are stories of one event: 0 for nothing in common to 1. Symmetric.
///
/// The cosines of words and of entities, mixed, times a factor for the time between them. Weights
/// and limits stand in the middle of where they hardly matter, for the hand-grouped news events of
/// the tests, alone and among 10,000 other articles of the same years.
final class Closeness {
  static final double ENTITIES = 0.2;
  static final double WORDS = 1 - ENTITIES;

  /// How much of the similarity time decides.
  private static final double TIME = 0.6;

  /// Days after which two articles count as e times less close in time: stories of one event lie
  /// weeks apart, seldom years.
  private static final double FADING_DAYS = 1000;

  /// Where a date is unknown, time speaks neither for nor against.
  private static final double TIME_UNKNOWN = 0.5;

  private final PublishedDays days;

  Closeness(PublishedDays days) {
    this.days = days;
  }

  /// What articles of a thread must reach.
  ///
  /// @param link similarity of an article to one of the others
  /// @param average similarity of two groups of articles that become one
  record Limits(double link, double average) {
    static final Limits MEASURED = new Limits(0.18, 0.11);
  }

  double of(Gist one, Gist other) {
    double words = one.twin() == other.twin() ? one.words().cosine(other.words()) : 0;
    double text = WORDS * words + ENTITIES * one.entities().cosine(other.entities());
    return text * (1 - TIME + TIME * time(one, other));
  }

  private double time(Gist one, Gist other) {
    if (one.second() == HitOrder.UNDATED || other.second() == HitOrder.UNDATED) {
      return TIME_UNKNOWN;
    }
    long day = DateCheck.firstDay(one.second());
    long otherDay = DateCheck.firstDay(other.second());
    return days.coincidence(day, otherDay) * Math.exp(-Math.abs(day - otherDay) / FADING_DAYS);
  }
}
