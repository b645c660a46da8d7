package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dateline.search.engine.SearchEngine.CursorExpired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {
  private static final Cursor CURSOR =
      new Cursor("20260101T000000Z-1", 7, new HitOrder.Key(1.5f, HitOrder.UNDATED, "é/😀"));

  @Test
  void comesBackFromItsText() throws CursorExpired {
    assertEquals(CURSOR, Cursor.read(CURSOR.print()));
    assertEquals(CURSOR.after(), CURSOR.after(7));
  }

  @Test
  void goesNoFurtherThanItsSearch() {
    CursorExpired expired = assertThrows(CursorExpired.class, () -> CURSOR.after(8));

    assertEquals(
        "the cursor belongs to another search; start the list again without it",
        expired.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "%%%", "ABIyMDI2", "////"})
  void refusesTextThatIsNoCursor(String text) {
    CursorExpired expired = assertThrows(CursorExpired.class, () -> Cursor.read(text));

    assertEquals(
        "the cursor is not one that this server gave out; start the list again without it",
        expired.getMessage());
  }
}
