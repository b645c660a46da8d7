package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Change;
import dateline.search.engine.Change.Place;
import dateline.search.engine.ChangePage;
import dateline.search.engine.ChangeRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// All articles that one generation holds, and those that are gone, in the order in which readers
/// came to see them so. Immutable; of an article that is there it keeps two numbers.
final class ChangeList {
  private final String state;
  private final long[] numbers;
  private final int[] articles;
  private final List<Change> gone;
  private final ChangeNumbers times;
  private final Instant earliest;
  private final @Nullable Instant heldFrom;

  /// @param state of the archive that it was made of
  /// @param numbers of the entries, ascending
  /// @param articles numbers in the generation; of one entry, by id
  /// @param gone in order
  /// @param earliest time of the first change
  /// @param heldFrom time of the first change that is not told yet; null for none
  ChangeList(
      String state,
      long[] numbers,
      int[] articles,
      List<Change> gone,
      ChangeNumbers times,
      Instant earliest,
      @Nullable Instant heldFrom) {
    this.state = state;
    this.numbers = numbers;
    this.articles = articles;
    this.gone = gone.stream().sorted(Comparator.comparing(Change::place)).toList();
    this.times = times;
    this.earliest = earliest;
    this.heldFrom = heldFrom;
  }

  String state() {
    return state;
  }

  ChangePage page(ChangeRequest request, OpenGeneration generation, Instant now)
      throws IOException {
    var rows = new ArticleRows(generation);
    var changes = new ArrayList<Change>();
    int there = firstThere(request.after(), rows);
    int goneAt = firstGone(request.after());
    while (changes.size() <= request.limit()) {
      there = passedOver(there, request);
      Change next;
      if (goneAt == gone.size() && there == articles.length) {
        break;
      }
      if (goneAt == gone.size()) {
        next = change(there++, rows);
      } else if (there == articles.length) {
        next = gone.get(goneAt++);
      } else {
        Place first = place(there, rows);
        next =
            first.compareTo(gone.get(goneAt).place()) < 0
                ? change(there++, rows)
                : gone.get(goneAt++);
      }
      if (isAsked(next, request)) {
        changes.add(next);
      }
    }
    boolean hasMore = changes.size() > request.limit();
    return new ChangePage(
        hasMore ? changes.subList(0, request.limit()) : changes,
        hasMore,
        earliest,
        heldFrom == null || heldFrom.isAfter(now) ? now : heldFrom.minusSeconds(1));
  }

  /// The change of one article; empty when nobody ever saw it.
  Optional<Change> of(ArticleId id, OpenGeneration generation) throws IOException {
    var rows = new ArticleRows(generation);
    OptionalInt article = rows.numberOf(id);
    if (article.isPresent()) {
      for (int i = 0; i < articles.length; i++) {
        if (articles[i] == article.getAsInt()) {
          return Optional.of(change(i, rows));
        }
      }
    }
    return gone.stream().filter(change -> change.id().equals(id)).findFirst();
  }

  /// Passes over all of an entry that was made at another time than the one asked for, without
  /// looking at each. What was before the journal has times of its own.
  private int passedOver(int index, ChangeRequest request) {
    int there = index;
    while (there < articles.length && numbers[there] > 0) {
      Instant at = times.time(numbers[there], Instant.EPOCH);
      Instant from = request.from();
      Instant until = request.until();
      if (until != null && at.isAfter(until)) {
        return articles.length;
      }
      if (from == null || !at.isBefore(from)) {
        return there;
      }
      there = endOf(numbers[there]);
    }
    return there;
  }

  private int endOf(long number) {
    int low = 0;
    int high = numbers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static boolean isAsked(Change change, ChangeRequest request) {
    Instant from = request.from();
    Instant until = request.until();
    String wanted = request.source();
    String source = change.source();
    return (from == null || !change.at().isBefore(from))
        && (until == null || !change.at().isAfter(until))
        && (wanted == null
            || source == null
            || (wanted.isEmpty() ? !source.isEmpty() : wanted.equals(source)));
  }

  /// Index of the first article behind a place.
  private int firstThere(Place after, ArticleRows rows) throws IOException {
    int low = 0;
    int high = articles.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean isBehind =
          numbers[middle] != after.number()
              ? numbers[middle] > after.number()
              : place(middle, rows).compareTo(after) > 0;
      if (isBehind) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int firstGone(Place after) {
    int first = 0;
    while (first < gone.size() && gone.get(first).place().compareTo(after) <= 0) {
      first++;
    }
    return first;
  }

  private Place place(int index, ArticleRows rows) throws IOException {
    return new Place(numbers[index], rows.date(articles[index]).id());
  }

  private Change change(int index, ArticleRows rows) throws IOException {
    Place place = place(index, rows);
    return new Change(
        place,
        new ArticleId(place.id()),
        times.time(place.number(), times.arrival(rows.sequence(articles[index]))),
        source(articles[index], rows),
        false);
  }

  private static @Nullable String source(int article, ArticleRows rows) throws IOException {
    return rows.values(article, ArticleField.SOURCE).stream().findFirst().orElse("");
  }
}
