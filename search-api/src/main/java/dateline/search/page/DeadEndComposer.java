package dateline.search.page;

import dateline.search.engine.SearchPage;
import dateline.search.page.SearchView.DeadEnd;
import java.util.List;

/// Says why nothing was found and how to go on.
final class DeadEndComposer {
  private final Messages messages;
  private final SearchPage page;

  DeadEndComposer(Messages messages, SearchPage page) {
    this.messages = messages;
    this.page = page;
  }

  DeadEnd compose() {
    List<String> absent = page.absentWords();
    return new DeadEnd(
        absent.isEmpty()
            ? null
            : messages.of("none.absent", absent.size(), String.join(", ", absent)));
  }
}
