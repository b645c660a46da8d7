package dateline.search.engine;

import java.time.Instant;
import java.util.List;

/// Changes one after the other, oldest first. An article is among them once, as it is now.
///
/// @param hasMore whether others follow
/// @param earliest the time of the first change of all; the present where there is none
/// @param seenUntil up to when all is among the changes that this engine tells; what comes later
///   bears a later time
public record ChangePage(
    List<Change> changes, boolean hasMore, Instant earliest, Instant seenUntil) {
  public ChangePage {
    changes = List.copyOf(changes);
  }
}
