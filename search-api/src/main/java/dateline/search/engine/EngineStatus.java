package dateline.search.engine;

import java.time.Instant;

/// What an engine answers from.
///
/// @param generation name of the live generation
/// @param articles how many are searchable
/// @param built when the generation was made
public record EngineStatus(String generation, long articles, Instant built, int schemaVersion) {}
