package dateline.search.page;

import dateline.search.page.SearchView.HitView;
import dateline.search.page.SearchView.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The front page.
///
/// @param size how many articles from when to when, as a sentence
/// @param examples searches to try
/// @param groups what the archive is about, to start from
/// @param newest the latest articles, the first of which leads
/// @param oldest the first articles; empty when there are no others than the latest
public record HomeView(
    Frame frame,
    String size,
    List<Example> examples,
    List<Group> groups,
    @Nullable Histogram histogram,
    List<HitView> newest,
    List<HitView> oldest) {
  public HomeView {
    examples = List.copyOf(examples);
    groups = List.copyOf(groups);
    newest = List.copyOf(newest);
    oldest = List.copyOf(oldest);
  }

  public record Example(String text, String href) {}

  public record Group(String title, List<Tag> tags) {
    public Group {
      tags = List.copyOf(tags);
    }
  }
}
