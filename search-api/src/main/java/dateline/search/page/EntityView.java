package dateline.search.page;

import dateline.search.page.HomeView.Group;
import dateline.search.page.SearchView.HitView;
import dateline.search.page.SearchView.Switch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a person, place, organisation or issue.
///
/// @param kind in a word, for people
/// @param within what contains it, the widest first
/// @param names how articles spell it and what else it is called, as a sentence; null for no other
///   name
/// @param search for its articles; null when there is none
/// @param histogram null when there are fewer than two columns
/// @param inside what lies in it
/// @param related what appears with it more often than elsewhere, by kind
/// @param sources where its articles come from
public record EntityView(
    Frame frame,
    String kind,
    String label,
    List<Switch> within,
    @Nullable String names,
    @Nullable Switch search,
    @Nullable Histogram histogram,
    List<Group> inside,
    List<Group> related,
    List<Group> sources,
    List<HitView> newest) {
  public EntityView {
    within = List.copyOf(within);
    inside = List.copyOf(inside);
    related = List.copyOf(related);
    sources = List.copyOf(sources);
    newest = List.copyOf(newest);
  }
}
