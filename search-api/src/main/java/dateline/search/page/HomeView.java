package dateline.search.page;

import dateline.search.page.SearchView.HitView;
import dateline.search.page.SearchView.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The front page.
///
/// @param size how many articles from when to when, as a sentence
/// @param groups what the archive is about, to start from
/// @param newest the latest articles
public record HomeView(
    Frame frame,
    SearchForm form,
    String size,
    List<Group> groups,
    @Nullable Histogram histogram,
    List<HitView> newest) {
  public HomeView {
    groups = List.copyOf(groups);
    newest = List.copyOf(newest);
  }

  public record Group(String title, List<Tag> tags) {
    public Group {
      tags = List.copyOf(tags);
    }
  }
}
