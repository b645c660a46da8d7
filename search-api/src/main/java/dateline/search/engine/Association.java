package dateline.search.engine;

/// How strikingly two things appear together: the log-likelihood ratio G² of a two-by-two table
/// (Dunning 1993, “Accurate Methods for the Statistics of Surprise and Coincidence”, Computational
/// Linguistics 19:1). Unlike a ratio of shares it does not put what appeared once, by accident,
/// before what appeared a hundred times.
public final class Association {
  private Association() {}

  /// 0 where the two appear together no more often than by chance.
  ///
  /// @param together articles that have both
  /// @param one articles that have the one
  /// @param other articles that have the other
  /// @param all articles
  public static double of(long together, long one, long other, long all) {
    if ((double) together * all <= (double) one * other) {
      return 0;
    }
    long neither = all - one - other + together;
    return 2
        * (entropy(one, all - one)
            + entropy(other, all - other)
            - entropy(together, one - together, other - together, neither));
  }

  /// Not normalised.
  private static double entropy(long... counts) {
    long sum = 0;
    double logs = 0;
    for (long count : counts) {
      sum += count;
      logs += count == 0 ? 0 : count * Math.log((double) count);
    }
    return sum == 0 ? 0 : sum * Math.log((double) sum) - logs;
  }
}
