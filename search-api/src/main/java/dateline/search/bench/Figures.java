package dateline.search.bench;

/// What one side did.
///
/// @param searches that were timed
/// @param hits that a search showed, on average
/// @param perSecond searches answered a second by all threads together
public record Figures(
    long searches,
    double hits,
    double p50Micros,
    double p95Micros,
    double p99Micros,
    double perSecond) {}
