package dateline.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dateline.corpus.ArticleId;
import dateline.corpus.store.JournalEntry.Published;
import dateline.corpus.store.JournalEntry.Withdrawn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In which order readers came to see what an archive holds.
final class JournalTest {
  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final String FIRST = "20261123T020000Z-1";
  private static final String SECOND = "20261124T020000Z-4";

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path home;

  @Test
  void tellsWhatEachPublicationBroughtAndDropped() throws IOException {
    publish(null, note(FIRST, 1L, 2L, 3L, 5L), NIGHT);
    publish(note(FIRST, 1L, 2L, 3L, 5L), note(SECOND, 1L, 2L, 5L, 6L), NIGHT.plusSeconds(9));

    assertEquals(
        List.of(
            new Published(1, NIGHT, FIRST, NIGHT, runs(1L, 2L, 3L, 5L), runs()),
            new Published(2, NIGHT.plusSeconds(9), SECOND, NIGHT, runs(6L), runs(3L))),
        read(SECOND).entries());
    assertEquals(Optional.of(NIGHT.plusSeconds(9)), new Journal(home).published(SECOND));
    assertEquals(Optional.empty(), new Journal(home).published("20261125T020000Z-5"));
  }

  @Test
  void readersOfAGenerationAreToldNothingFromTheNextOneOn() throws IOException {
    publish(null, note(FIRST, 1L), NIGHT);
    withdraw("a", NIGHT);
    publish(note(FIRST, 1L), note(SECOND, 1L, 4L), NIGHT);
    withdraw("b", NIGHT);

    Journal.Content before = read(FIRST);
    Journal.Content after = read(SECOND);

    assertEquals(2, before.entries().size());
    assertEquals(new Withdrawn(2, NIGHT, new ArticleId("a")), before.entries().getLast());
    assertEquals(2, before.withheld().size());
    assertEquals(4, after.entries().size());
    assertEquals(List.of(), after.withheld());
  }

  @Test
  void aGenerationThatIsAboutToBePublishedIsWaitedFor() throws IOException {
    publish(null, note(FIRST, 1L), NIGHT);
    new Journal(home)
        .publish(
            note(FIRST, 1L),
            note(SECOND, 1L, 4L),
            NIGHT,
            () -> {
              withdraw("b", NIGHT);
              assertEquals(1, read(FIRST).entries().size());
              assertEquals(3, read(SECOND).entries().size());
            });
  }

  @Test
  void aKilledPublicationCountsOnlyWhereThePointerMoved() throws IOException {
    publish(null, note(FIRST, 1L), NIGHT);
    assertThrows(IOException.class, () -> failToPublish(SECOND));
    withdraw("b", NIGHT);
    Instant later = NIGHT.plusSeconds(3600);

    // the pointer stayed: after a minute nobody waits for it
    assertEquals(1, read(FIRST).entries().size());
    assertEquals(
        List.of(1L, 3L),
        new Journal(home).upTo(FIRST, later).entries().stream().map(JournalEntry::number).toList());

    // it moved, and the kill came then
    publish(note(SECOND, 1L, 4L), note("20261125T020000Z-5", 1L, 4L, 5L), later);
    assertEquals(
        List.of(runs(1L), runs(4L), runs(5L)),
        read("20261125T020000Z-5").entries().stream()
            .flatMap(entry ->
                entry instanceof Published published
                    ? List.of(published.brought()).stream()
                    : List.<SortedSet<Long>>of().stream())
            .toList());
  }

  @Test
  void theNextPublicationForgetsOneThatNeverWas() throws IOException {
    publish(null, note(FIRST, 1L), NIGHT);
    assertThrows(IOException.class, () -> failToPublish(SECOND));
    publish(note(FIRST, 1L), note("20261125T020000Z-4", 1L, 4L), NIGHT);

    assertEquals(
        List.of(1L, 3L),
        read("20261125T020000Z-4").entries().stream().map(JournalEntry::number).toList());
  }

  @Test
  void whatWasPublishedBeforeThereWasAJournalIsKnown() throws IOException {
    withdraw("a", NIGHT);
    publish(note(FIRST, 1L, 2L), note(SECOND, 1L, 2L, 4L), NIGHT);

    Journal.Content content = read(SECOND);

    assertEquals(runs(1L, 2L), content.before());
    assertEquals(runs(4L), ((Published) content.entries().getLast()).brought());
    assertEquals(Journal.Content.EMPTY, new Journal(home.resolve("none")).upTo(FIRST, NIGHT));
  }

  @Test
  void anUndoneWithdrawalIsAnEntryToo() throws IOException {
    publish(null, note(FIRST, 1L), NIGHT);
    withdraw("a", NIGHT);
    try (Tombstones all = Tombstones.open(home)) {
      all.lift(new ArticleId("a"), NIGHT.plusSeconds(5));
      all.lift(new ArticleId("a"), NIGHT.plusSeconds(6));
    }

    assertEquals(
        List.of(
            new Withdrawn(2, NIGHT, new ArticleId("a")),
            new JournalEntry.Reinstated(3, NIGHT.plusSeconds(5), new ArticleId("a"))),
        read(FIRST).entries().subList(1, 3));
    assertEquals(3, read(FIRST).entries().size());
  }

  @Test
  void aClockThatJumpsBackDoesNotTurnTheOrder() throws IOException {
    publish(null, note(FIRST, 1L), NIGHT);
    withdraw("a", NIGHT.minusSeconds(100));

    assertEquals(NIGHT, read(FIRST).entries().getLast().at());
  }

  private void failToPublish(String generation) throws IOException {
    new Journal(home)
        .publish(
            note(FIRST, 1L),
            note(generation, 1L, 4L),
            NIGHT,
            () -> {
              throw new IOException("killed");
            });
  }

  private void publish(Journal.@Nullable Note live, Journal.Note next, Instant now)
      throws IOException {
    new Journal(home).publish(live, next, now, () -> {});
  }

  private void withdraw(String article, Instant at) throws IOException {
    try (Tombstones all = Tombstones.open(home)) {
      all.add(
          Set.of(new Tombstone(new ArticleId(article), at, Tombstone.By.DESK, "reason", false)));
    }
  }

  private Journal.Content read(String generation) throws IOException {
    return new Journal(home).upTo(generation, NIGHT);
  }

  private static Journal.Note note(String generation, Long... runs) {
    return new Journal.Note(generation, NIGHT, runs(runs));
  }

  private static SortedSet<Long> runs(Long... runs) {
    return new TreeSet<>(List.of(runs));
  }
}
