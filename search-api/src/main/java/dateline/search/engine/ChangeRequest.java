package dateline.search.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Asks for changes.
///
/// @param after behind which place to begin; [Change.Place#START] for all
/// @param from not before this time, to the second; null for any
/// @param until not after this time, to the second; null for any
/// @param source of these articles alone, and of those that are gone and whose source nobody knows;
///   empty for every article that has a source; null for all
/// @param limit most changes, from 1
public record ChangeRequest(
    Change.Place after,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String source,
    int limit) {}
