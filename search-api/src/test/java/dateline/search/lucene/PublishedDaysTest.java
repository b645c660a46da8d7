package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class PublishedDaysTest {
  /// 16 articles: one a day on days 1 to 4, and twelve on day 10.
  private static final PublishedDays DAYS =
      PublishedDays.of(Map.of(1L, 1, 2L, 1, 3L, 1, 4L, 1, 10L, 12));

  @Test
  void tellsTheMoreTheLessWasPublishedInBetween() {
    assertEquals(1, DAYS.coincidence(2, 2), 1e-9); // 1 of 16
    assertEquals(0.5, DAYS.coincidence(1, 4), 1e-9); // 4 of 16
    assertEquals(0, DAYS.coincidence(1, 10), 1e-9); // all
    assertEquals(DAYS.coincidence(4, 1), DAYS.coincidence(1, 4));
  }

  @Test
  void tellsNothingOfOneArticle() {
    assertEquals(0, PublishedDays.of(Map.of(5L, 1)).coincidence(5, 5));
    assertEquals(0, PublishedDays.of(Map.of()).coincidence(5, 5));
  }
}
