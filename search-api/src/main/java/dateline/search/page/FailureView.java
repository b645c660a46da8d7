package dateline.search.page;

import org.jspecify.annotations.Nullable;

/// What is said when a page cannot be shown.
///
/// @param advice what the reader can do
/// @param reference to name when asking for help; null when nobody needs to be asked
public record FailureView(Frame frame, String heading, String advice, @Nullable String reference) {}
