package dateline.search.lucene;

import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a generation what was asked of the last one, before anybody waits for its answers.
///
/// It only makes the first searches quicker: whatever goes wrong goes wrong again where somebody
/// sees it, so it is counted here and stops nothing.
final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  interface Asking {
    void ask(SearchRequest request) throws IOException;
  }

  /// How far a warm-up came.
  record Done(int asked, int failed) {}

  private WarmUp() {}

  /// @param searches in the order in which they are asked
  /// @param isTimeUp whether to leave the rest
  static Done run(List<SearchRequest> searches, BooleanSupplier isTimeUp, Asking asking) {
    int asked = 0;
    int failed = 0;
    for (SearchRequest request : searches) {
      if (isTimeUp.getAsBoolean()) {
        break;
      }
      asked++;
      try {
        asking.ask(request);
      } catch (IOException | RuntimeException e) {
        failed++;
        LOG.debug("a search failed while warming up", e);
      }
    }
    return new Done(asked, failed);
  }
}
