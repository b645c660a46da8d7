package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.generation.GenerationStore;
import dateline.search.GeneratedArticles;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine.CursorExpired;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a list when the generation that it began in is live no more.
@SuppressWarnings("NullAway.Init") // made before each
final class SwapTest {
  private static final int ARTICLES = 12;

  @TempDir Path folder;

  private final Hands clock = new Hands();
  private IndexedHome home;
  private LuceneEngine engine;
  private String first;

  /// A clock that stands until it is moved.
  private static final class Hands extends Clock {
    private Instant now = IndexedHome.CLOCK.instant();

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return IndexedHome.CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }

  @BeforeEach
  void index() throws Exception {
    home = new IndexedHome(folder.resolve("home"), Gazetteer.builtIn(), clock);
    first = publish(0);
    engine = home.open();
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void goesOnInItsOwnGeneration() throws Exception {
    SearchPage start = engine.search(request(null));
    List<Hit> whole = list(start);

    swapTo(publish(1));

    SearchPage next = engine.search(request(start.nextCursor()));
    assertEquals(
        List.of(first, start.total(), start.facets()),
        List.of(next.generation(), next.total(), next.facets()));
    assertEquals(whole, list(start));
    assertEquals(2 * ARTICLES, engine.search(request(null)).total());
    assertEquals(2 * ARTICLES, list(engine.search(request(null))).size());
  }

  @Test
  void answersWhatTakesSeveralSearchesFromOneGeneration() throws Exception {
    String second = publish(1);
    var asked = new AtomicInteger();

    List<Long> totals =
        Together.ask(
            engine,
            searcher -> {
              long before = searcher.search(request(null)).total();
              if (asked.getAndIncrement() == 0) {
                swapTo(second);
              }
              return List.of(before, searcher.search(request(null)).total());
            });

    assertEquals(List.of(2L * ARTICLES, 2L * ARTICLES), totals);
    assertEquals(2, asked.get());
  }

  @Test
  void endsWithTheSecondSwap() throws Exception {
    SearchPage start = engine.search(request(null));
    swapTo(publish(1));
    swapTo(publish(2));

    CursorExpired expired = assertExpired(start);

    assertEquals(
        "the cursor belongs to generation "
            + first
            + ", which no longer answers; start the list again without it",
        expired.getMessage());
  }

  @Test
  void endsAfterAnHourWithoutUse() throws Exception {
    SearchPage start = engine.search(request(null));
    swapTo(publish(1));
    for (int i = 0; i < 3; i++) {
      clock.move(Duration.ofMinutes(59));
      engine.refresh();
      assertEquals(first, engine.search(request(start.nextCursor())).generation());
    }

    clock.move(Duration.ofMinutes(61));
    engine.refresh();

    assertExpired(start);
  }

  @Test
  void endsWithTheFilesOfItsGeneration() throws Exception {
    SearchPage start = engine.search(request(null));
    swapTo(publish(1));

    remove(first);

    assertExpired(start);
    engine.refresh();
    assertExpired(start);
  }

  @Test
  void endsWithTheProcess() throws Exception {
    SearchPage start = engine.search(request(null));
    swapTo(publish(1));
    engine.close();

    engine = home.open();

    assertExpired(start);
  }

  @Test
  void goesOnThroughARollback() throws Exception {
    SearchPage ofFirst = engine.search(request(null));
    List<Hit> wholeFirst = list(ofFirst);
    String second = publish(1);
    swapTo(second);
    SearchPage ofSecond = engine.search(request(null));
    List<Hit> wholeSecond = list(ofSecond);

    swapTo(first);

    assertEquals(first, engine.search(request(null)).generation());
    assertEquals(wholeFirst, list(ofFirst));
    assertEquals(wholeSecond, list(ofSecond));
    assertNotEquals(wholeFirst, wholeSecond);
  }

  @Test
  void theOldGenerationAnswersWhileTheNewOneCannotBeOpened() throws Exception {
    SearchPage start = engine.search(request(null));
    String second = publish(1);
    remove(second);

    assertThrows(IOException.class, engine::refresh);

    assertEquals(first, engine.search(request(null)).generation());
    assertEquals(ARTICLES, list(start).size());
  }

  private String publish(int number) throws Exception {
    Path delivery =
        GeneratedArticles.write(
            folder.resolve(number + ".jsonl"), number * ARTICLES, ARTICLES, 1987);
    return String.valueOf(home.index(delivery).generation());
  }

  private void swapTo(String generation) throws IOException {
    var generations = new GenerationStore(home.path());
    generations.publish(generations.open(generation));
    engine.refresh();
    assertEquals(generation, engine.status().generation());
  }

  private void remove(String generation) throws IOException {
    try (Stream<Path> files = Files.walk(home.path().resolve("generations").resolve(generation))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private CursorExpired assertExpired(SearchPage start) {
    assertNotNull(start.nextCursor());
    return assertThrows(CursorExpired.class, () -> engine.search(request(start.nextCursor())));
  }

  /// All hits from a page on.
  private List<Hit> list(SearchPage start) throws IOException {
    var hits = new ArrayList<Hit>(start.hits());
    for (String cursor = start.nextCursor(); cursor != null; ) {
      SearchPage page = engine.search(request(cursor));
      hits.addAll(page.hits());
      cursor = page.nextCursor();
    }
    return hits;
  }

  private SearchRequest request(@Nullable String cursor) {
    Map<String, List<String>> typed = new HashMap<>();
    typed.put("q", List.of("said"));
    typed.put("limit", List.of("5"));
    typed.put("facet", List.of("section", "person"));
    if (cursor != null) {
      typed.put("cursor", List.of(cursor));
    }
    return new RequestReader(DoorDefaults.API, clock).read(typed).request();
  }
}
