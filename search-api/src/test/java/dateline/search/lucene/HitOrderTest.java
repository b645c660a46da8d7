package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.engine.Sort;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HitOrderTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          RELEVANCE, best new old early undated a undated b
          NEWEST, new best old early undated a undated b
          OLDEST, early best old new undated a undated b
          """)
  void putsTheUndatedLast(Sort sort, String ids) {
    assertEquals(
        ids,
        Stream.of(
                new HitOrder.Key(1, HitOrder.UNDATED, "undated b"),
                new HitOrder.Key(1, 20, "old"),
                new HitOrder.Key(1, -30, "early"),
                new HitOrder.Key(1, 30, "new"),
                new HitOrder.Key(1, HitOrder.UNDATED, "undated a"),
                new HitOrder.Key(2, 20, "best"))
            .sorted(HitOrder.of(sort))
            .map(HitOrder.Key::id)
            .collect(Collectors.joining(" ")));
  }
}
