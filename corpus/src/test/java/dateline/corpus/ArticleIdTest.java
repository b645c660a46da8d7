package dateline.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ArticleIdTest {
  @Test
  void sortsByCodePoint() {
    List<String> sorted = List.of("a", "a1", "b", "\u4E00", "\uFB01", "\uD801\uDC37");

    assertEquals(
        sorted,
        Stream.of("\uD801\uDC37", "b", "\uFB01", "a1", "\u4E00", "a")
            .map(ArticleId::new)
            .sorted()
            .map(ArticleId::value)
            .toList());
  }
}
