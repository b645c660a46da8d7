package dateline.search.engine;

import java.time.Instant;

/// What an engine answers from.
///
/// @param generation name of the live generation
/// @param scope which articles the caller may see, as [Scope#text] writes it; empty for all
/// @param edits changes whenever an editor repairs what entities are called
/// @param withdrawals changes whenever an article is taken back
/// @param articles how many of these are searchable
/// @param built when the generation was made
public record EngineStatus(
    String generation,
    String scope,
    String edits,
    String withdrawals,
    long articles,
    Instant built,
    int schemaVersion) {
  /// Equal states give equal answers to equal requests.
  public String state() {
    return generation + "/" + scope + "/" + edits + "/" + withdrawals;
  }
}
