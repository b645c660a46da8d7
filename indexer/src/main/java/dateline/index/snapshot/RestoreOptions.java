package dateline.index.snapshot;

import java.nio.file.Path;

/// What a restore is told.
///
/// @param home where to
/// @param isReplacing whether a home that is there may be replaced
/// @param isForced whether it goes on when the recorded searches are answered otherwise
/// @param isForgetting whether it goes on when the old home cannot tell what was withdrawn
/// @param workers threads for an index run, where one is needed
public record RestoreOptions(
    Path home, boolean isReplacing, boolean isForced, boolean isForgetting, int workers) {}
