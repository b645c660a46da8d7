package dateline.search.page;

import dateline.corpus.ArticleId;
import dateline.search.engine.Hit;
import dateline.search.engine.StoredArticle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lists the stories of one event on the page of one of them.
final class ThreadComposer {
  private final Messages messages;
  private final Dates dates;

  ThreadComposer(Messages messages, Dates dates) {
    this.messages = messages;
    this.dates = dates;
  }

  /// Null when there is no other story. Reprints of the article tell nothing new, and are listed
  /// elsewhere.
  ///
  /// @param read the article that is read
  @Nullable ThreadView compose(StoredArticle read, List<Hit> thread) {
    ArticleId here = read.article().id();
    Set<ArticleId> reprints = read.copies().stream().map(Hit::id).collect(Collectors.toSet());
    List<Hit> stories = thread.stream().filter(hit -> !reprints.contains(hit.id())).toList();
    return stories.size() < 2
        ? null
        : new ThreadView(
            stories.stream().map(hit -> story(here, hit)).toList(),
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
