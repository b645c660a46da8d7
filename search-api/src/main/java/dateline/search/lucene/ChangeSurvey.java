package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.store.ArchiveReader;
import dateline.corpus.store.Journal;
import dateline.corpus.store.JournalEntry;
import dateline.corpus.store.StoreSurvey;
import dateline.corpus.store.Tombstone;
import dateline.index.schema.IndexNames;
import dateline.search.engine.Change;
import dateline.search.engine.Change.Place;
import dateline.search.engine.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Makes the [ChangeList] of a generation, out of the index, the store and the journal.
final class ChangeSurvey {
  private final Path home;
  private final OpenGeneration generation;
  private final ArchiveReader archive;
  private final TakenBack takenBack;
  private final Instant now;

  ChangeSurvey(
      Path home,
      OpenGeneration generation,
      ArchiveReader archive,
      TakenBack takenBack,
      Instant now) {
    this.home = home;
    this.generation = generation;
    this.archive = archive;
    this.takenBack = takenBack;
    this.now = now;
  }

  ChangeList make(String state, Journal.Content journal) throws IOException {
    try (StoreSurvey store = StoreSurvey.open(home)) {
      var numbers = new ChangeNumbers(journal, store.runs(), store.starts(), store.embargoes());
      Map<String, Long> moved = moved(numbers, store);
      Set<String> withheld =
          journal.withheld().stream()
              .flatMap(entry ->
                  entry instanceof JournalEntry.Withdrawn withdrawn
                      ? Stream.of(withdrawn.article().value())
                      : Stream.of())
              .collect(Collectors.toSet());
      // what is gone is of no part of the archive: its source is not known any more
      List<Change> gone =
          Scope.current().isPresent() ? List.of() : gone(numbers, moved.keySet(), withheld, store);
      Instant heldFrom = journal.withheld().isEmpty() ? null : journal.withheld().getFirst().at();
      return there(state, numbers, moved, gone, heldFrom);
    }
  }

  /// Articles that are what they were before since a later entry than that of their version: those
  /// of which versions were dropped, and those that were withdrawn for a while.
  private static Map<String, Long> moved(ChangeNumbers numbers, StoreSurvey store)
      throws IOException {
    var moved = new HashMap<>(numbers.reinstated());
    for (long run : numbers.dropped()) {
      ChangeNumbers.Drop drop = numbers.drop(Set.of(run));
      if (drop != null) {
        for (String article : store.touchedBy(Set.of(run))) {
          moved.merge(article, drop.number(), Math::max);
        }
      }
    }
    return moved;
  }

  private ChangeList there(
      String state,
      ChangeNumbers numbers,
      Map<String, Long> moved,
      List<Change> gone,
      @Nullable Instant heldFrom)
      throws IOException {
    long[] sequences = sequences();
    Bits living = MultiBits.getLiveDocs(generation.reader());
    var articles = new ArticlesByNumber();
    Instant earliest =
        gone.stream()
            .map(Change::at)
            .min(Instant::compareTo)
            .orElse(now.truncatedTo(ChronoUnit.SECONDS));
    Terms ids = MultiTerms.getTerms(generation.reader(), IndexNames.ID);
    if (ids != null) {
      TermsEnum each = ids.iterator();
      PostingsEnum postings = null;
      while (each.next() != null) {
        postings = each.postings(postings, PostingsEnum.NONE);
        for (int article; (article = postings.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
          if (living == null || living.get(article)) {
            long number = numbers.of(sequences[article]);
            if (!moved.isEmpty()) {
              number = Math.max(number, moved.getOrDefault(each.term().utf8ToString(), 0L));
            }
            articles.add(number, article);
            Instant at = numbers.time(number, numbers.arrival(sequences[article]));
            earliest = at.isBefore(earliest) ? at : earliest;
          }
        }
      }
    }
    return articles.list(state, gone, numbers, earliest.truncatedTo(ChronoUnit.SECONDS), heldFrom);
  }

  private long[] sequences() throws IOException {
    var sequences = new long[generation.reader().maxDoc()];
    for (LeafReaderContext leaf : generation.reader().leaves()) {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), IndexNames.SEQUENCE);
      while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        sequences[leaf.docBase + values.docID()] = values.longValue();
      }
    }
    return sequences;
  }

  private List<Change> gone(
      ChangeNumbers numbers, Set<String> moved, Set<String> withheld, StoreSurvey store)
      throws IOException {
    var gone = new ArrayList<Change>();
    for (Tombstone tombstone : takenBack.byId().values()) {
      String id = tombstone.article().value();
      if (withheld.contains(id)) {
        continue;
      }
      long number = numbers.ofWithdrawal(id);
      gone.add(
          new Change(
              new Place(number, id),
              tombstone.article(),
              numbers.time(number, tombstone.at()),
              latest(tombstone.article()).map(Article::source).orElse(null),
              true));
    }
    for (String id : numbers.withdrawn()) { // and may be delivered again, but was not
      if (!takenBack.byId().containsKey(id) && !isThere(id)) {
        long number = numbers.ofWithdrawal(id);
        gone.add(
            new Change(
                new Place(number, id), new ArticleId(id), numbers.time(number, now), null, true));
      }
    }
    store.forEachArticle(id -> {
      if (!takenBack.byId().containsKey(id) && !numbers.withdrawn().contains(id) && !isThere(id)) {
        left(new ArticleId(id), numbers, moved.contains(id)).ifPresent(gone::add);
      }
    });
    return gone;
  }

  private boolean isThere(String id) throws IOException {
    return LiveArticles.hold(new Term(IndexNames.ID, id), generation.reader());
  }

  private Optional<Article> latest(ArticleId id) throws IOException {
    List<Long> known = archive.versions(id, generation.generation().manifest().runs(), now);
    return known.isEmpty() ? Optional.empty() : archive.version(known.getLast());
  }

  /// How an article left that has no tombstone; empty for one that nobody ever saw.
  private Optional<Change> left(ArticleId id, ChangeNumbers numbers, boolean isDropped)
      throws IOException {
    List<Long> known = archive.versions(id, generation.generation().manifest().runs(), now);
    if (!known.isEmpty()) {
      Optional<Article> latest = archive.version(known.getLast());
      if (latest.isEmpty()) {
        return Optional.empty();
      }
      Article article = latest.get();
      if (article.isWithdrawn()) {
        return Optional.of(
            gone(
                id,
                numbers.of(known.getLast()),
                numbers.arrival(known.getLast()),
                article,
                numbers));
      }
      var expires = article.expires();
      if (expires != null && article.isExpiredAt(now)) {
        Instant end = expires.sortInstant();
        return Optional.of(
            gone(id, numbers.whenPast(end, numbers.of(known.getLast())), end, article, numbers));
      }
    }
    return isDropped ? dropped(id, numbers) : Optional.empty();
  }

  private Optional<Change> dropped(ArticleId id, ChangeNumbers numbers) throws IOException {
    List<Long> all = archive.versions(id, numbers.dropped(), now);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    ChangeNumbers.Drop drop =
        numbers.drop(all.stream().map(numbers::run).collect(Collectors.toSet()));
    Optional<Article> article = archive.version(all.getLast());
    return drop == null || article.isEmpty() || article.get().isEmbargoedAt(drop.seenUntil())
        ? Optional.empty()
        : Optional.of(gone(id, drop.number(), now, article.get(), numbers));
  }

  private static Change gone(
      ArticleId id, long number, Instant before, Article article, ChangeNumbers numbers) {
    return new Change(
        new Place(number, id.value()),
        id,
        numbers.time(number, before).truncatedTo(ChronoUnit.SECONDS),
        article.source(),
        true);
  }

  /// Articles in the order of their ids, put into the order of their entries.
  private static final class ArticlesByNumber {
    private static final int CHUNK = 1024;

    private final Map<Long, List<int[]>> byNumber = new TreeMap<>();
    private final Map<Long, Integer> counts = new HashMap<>();

    void add(long number, int article) {
      List<int[]> chunks = byNumber.computeIfAbsent(number, _ -> new ArrayList<>());
      int count = counts.getOrDefault(number, 0);
      if (count % CHUNK == 0) {
        chunks.add(new int[CHUNK]);
      }
      chunks.getLast()[count % CHUNK] = article;
      counts.put(number, count + 1);
    }

    ChangeList list(
        String state,
        List<Change> gone,
        ChangeNumbers times,
        Instant earliest,
        @Nullable Instant heldFrom) {
      int total = counts.values().stream().mapToInt(Integer::intValue).sum();
      var numbers = new long[total];
      var articles = new int[total];
      int at = 0;
      for (Map.Entry<Long, List<int[]>> entry : byNumber.entrySet()) {
        int left = counts.getOrDefault(entry.getKey(), 0);
        for (int[] chunk : entry.getValue()) {
          for (int i = 0; i < Math.min(left, CHUNK); i++) {
            numbers[at] = entry.getKey();
            articles[at++] = chunk[i];
          }
          left -= Math.min(left, CHUNK);
        }
      }
      return new ChangeList(state, numbers, articles, gone, times, earliest, heldFrom);
    }
  }
}
