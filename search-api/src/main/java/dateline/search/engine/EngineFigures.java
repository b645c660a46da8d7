package dateline.search.engine;

import java.time.Instant;

/// What operators watch of an engine, beside its [EngineStatus].
///
/// @param published when the live generation began to count
/// @param generationsOpen the live one, and those in which lists go on
/// @param swaps how often another generation became the live one since the engine was opened
/// @param rejected records that the last run could not take
public record EngineFigures(Instant published, int generationsOpen, long swaps, long rejected) {}
