package dateline.search.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the story of an article went on, and what went before.
///
/// @param stories in order, the article that is read among them
/// @param search finds these articles
public record ThreadView(List<Story> stories, String search) {
  public ThreadView {
    stories = List.copyOf(stories);
  }

  /// @param isHere whether it is the article that is read
  public record Story(
      String href,
      String headline,
      String source,
      @Nullable String date,
      @Nullable String language,
      boolean isHere) {}
}
