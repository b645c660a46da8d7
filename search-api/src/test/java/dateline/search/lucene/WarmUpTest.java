package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
  private final RecentSearches recent = new RecentSearches();

  private static SearchRequest request(String query, String offset) {
    return new RequestReader(DoorDefaults.API, IndexedHome.CLOCK)
        .read(Map.of("q", List.of(query), "offset", List.of(offset)))
        .request();
  }

  private static SearchRequest request(int number) {
    return request("word" + number, "0");
  }

  private List<String> queries() {
    return recent.latest().stream().map(request -> request.query().text()).toList();
  }

  @Test
  void remembersDifferentSearchesTheLatestFirst() {
    recent.note(request(1));
    recent.note(request(2));
    recent.note(request("word1", "20"));

    assertEquals(List.of(request(1), request(2)), recent.latest());
  }

  @Test
  void forgetsTheOldest() {
    for (int i = 0; i < 100; i++) {
      recent.note(request(i));
    }

    assertEquals(64, recent.latest().size());
    assertEquals(List.of("word99", "word98"), queries().subList(0, 2));
  }

  @Test
  void goesOnPastFailures() {
    List<SearchRequest> searches = List.of(request(1), request(2), request(3));
    var asked = new ArrayList<SearchRequest>();

    WarmUp.Done done =
        WarmUp.run(
            searches,
            () -> false,
            request -> {
              asked.add(request);
              if (asked.size() == 1) {
                throw new IOException("the disk failed");
              }
              if (asked.size() == 2) {
                throw new IllegalStateException("a bug");
              }
            });

    assertEquals(new WarmUp.Done(3, 2), done);
    assertEquals(searches, asked);
  }

  @Test
  void leavesTheRestWhenTheTimeIsUp() {
    List<SearchRequest> searches = List.of(request(1), request(2), request(3));
    var asked = new ArrayList<SearchRequest>();

    WarmUp.Done done = WarmUp.run(searches, () -> asked.size() == 2, asked::add);

    assertEquals(new WarmUp.Done(2, 0), done);
    assertEquals(searches.subList(0, 2), asked);
  }
}
