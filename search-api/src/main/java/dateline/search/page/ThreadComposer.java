package dateline.search.page;

import dateline.corpus.ArticleId;
import dateline.search.engine.Hit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the stories of one event on the page of one of them.
final class ThreadComposer {
  private final Messages messages;
  private final Dates dates;

  ThreadComposer(Messages messages, Dates dates) {
    this.messages = messages;
    this.dates = dates;
  }

  /// Null when there is no other story.
  ///
  /// @param here the article that is read
  @Nullable ThreadView compose(ArticleId here, List<Hit> thread) {
    return thread.size() < 2
        ? null
        : new ThreadView(
            thread.stream().map(hit -> story(here, hit)).toList(),
            Addresses.search("thread=" + Addresses.encoded(here.value())));
  }

  private ThreadView.Story story(ArticleId here, Hit hit) {
    String headline = hit.headline();
    return new ThreadView.Story(
        Addresses.article(hit.id()),
        headline == null || headline.isBlank() ? messages.of("article.untitled") : headline,
        hit.source(),
        hit.published() == null ? null : dates.day(hit.published()),
        hit.language(),
        hit.id().equals(here));
  }
}
