package dateline.search.engine;

import java.io.IOException;
import java.util.HashSet;

/// Answers what takes several searches from one generation, though another may begin to answer in
/// between.
public final class Together {
  private Together() {}

  /// Answers single searches.
  @FunctionalInterface
  public interface Searcher {
    SearchPage search(SearchRequest request) throws IOException;
  }

  /// Makes one answer out of several searches; may be asked again.
  @FunctionalInterface
  public interface Question<T> {
    T ask(Searcher searcher) throws IOException;
  }

  /// Asks anew until all searches were answered from one generation. Fails as [SearchEngine#search]
  /// does.
  public static <T> T ask(SearchEngine engine, Question<T> question) throws IOException {
    while (true) {
      var generations = new HashSet<String>();
      T answer =
          question.ask(request -> {
            SearchPage page = engine.search(request);
            generations.add(page.generation());
            return page;
          });
      if (generations.size() <= 1) {
        return answer;
      }
    }
  }
}
