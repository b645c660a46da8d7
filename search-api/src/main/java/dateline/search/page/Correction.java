package dateline.search.page;

import org.jspecify.annotations.Nullable;

/// What a publisher put right.
///
/// @param since when, for a note of an earlier version; null for the version's own
public record Correction(String text, @Nullable String since) {}
