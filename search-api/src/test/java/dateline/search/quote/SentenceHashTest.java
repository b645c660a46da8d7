package dateline.search.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

final class SentenceHashTest {
  @Test
  void isThatOfTheWordsAndNotOfTheType() {
    String hash = SentenceHash.of("“We won’t — ever —\n go,” she said.");

    assertEquals(32, hash.length());
    assertEquals(hash, SentenceHash.of("\"We won't - ever - go,\" she said. "));
    assertNotEquals(hash, SentenceHash.of("\"We won't - ever - go,\" He said."));
    // printf 'Frost.' | sha256sum
    assertEquals("7576b8f798519065e00a0d104655e3a4", SentenceHash.of("Frost."));
  }
}
