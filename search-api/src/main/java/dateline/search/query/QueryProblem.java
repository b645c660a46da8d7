package dateline.search.query;

import org.jspecify.annotations.Nullable;

/// Something in a query that could not be read as it stands.
///
/// @param code stable, for programs: `query.unbalanced-quote`, `query.unknown-field`, …
/// @param message one sentence for people: what is wrong and what to do
/// @param position code points from the start of the query
/// @param suggestion the whole query as it was probably meant; null when there is no good guess
public record QueryProblem(
    String code, String message, int position, @Nullable String suggestion) {}
