package dateline.corpus.store;

import static dateline.corpus.EntityKind.ORGANISATION;
import static dateline.corpus.EntityKind.PERSON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.store.EntityIds.Entity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityIdsTest {
  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Shigeru Ishiba, shigeru-ishiba
          Shinzō Abe, shinzo-abe
          Tip O’Neill, tip-oneill
          石破 茂, person
          """)
  void makesIdsThatPeopleCanRead(String label, String id) throws StoreException {
    try (EntityIds ids = EntityIds.open(home)) {
      assertEquals(id, ids.idOf(PERSON, "~" + label, label));
    }
  }

  @Test
  void givesOneKeyOneIdInEveryRun() throws StoreException {
    try (EntityIds ids = EntityIds.open(home)) {
      assertEquals("john-smith", ids.idOf(PERSON, "~john smith", "John Smith"));
      assertEquals("john-smith-2", ids.idOf(PERSON, "~john smith jr", "John Smith"));
      assertEquals("john-smith", ids.idOf(ORGANISATION, "~john smith", "John Smith"));
      ids.save();
    }

    try (EntityIds ids = EntityIds.open(home)) {
      assertEquals("john-smith-3", ids.idOf(PERSON, "~john smith sr", "John Smith"));
      assertEquals("john-smith-2", ids.idOf(PERSON, "~john smith jr", "John Smith"));
    }
  }

  @Test
  void keepsTheIdWhenABetterLabelComes() throws StoreException {
    try (EntityIds ids = EntityIds.open(home)) {
      ids.idOf(PERSON, "~baker", "HOWARD BAKER JR");
      assertEquals("howard-baker-jr", ids.idOf(PERSON, "~baker", "Howard Baker"));
      assertEquals("Howard Baker", ids.labelOf(PERSON, "~baker"));
      assertEquals("howard-baker-jr", ids.idOf(PERSON, "~baker", "Howard H. Baker"));
      assertEquals("howard-baker-jr", ids.idOf(PERSON, "~baker", "H. Baker"));
      ids.save();
    }

    assertEquals(
        List.of(new Entity(PERSON, "howard-baker-jr", "Howard H. Baker")), EntityIds.all(home));
  }

  @Test
  void mintsAgainWhatWasNotSaved() throws StoreException {
    try (EntityIds ids = EntityIds.open(home)) {
      ids.idOf(PERSON, "~killed", "John Smith");
    }

    try (EntityIds ids = EntityIds.open(home)) {
      assertEquals("john-smith", ids.idOf(PERSON, "~other", "John Smith"));
    }
  }
}
