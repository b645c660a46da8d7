package dateline.index;

import dateline.corpus.Article;
import dateline.corpus.Published;
import dateline.corpus.store.Arrivals;
import dateline.corpus.store.Arrivals.Lacks;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts what a run is given, by source and day of publication.
final class ArrivalCounts {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::source)
          .thenComparing(Key::day, Comparator.nullsFirst(Comparator.naturalOrder()));

  private record Key(String source, @Nullable LocalDate day) {}

  /// Side by side with the components of [Lacks].
  private static final class Count {
    long added;
    long changed;
    long unchanged;
    long withdrawn;
    long moved;
    final long[] without = new long[4];
    final long[] lost = new long[4];
  }

  private final Map<Key, Count> counts = new TreeMap<>(ORDER);

  void added(Article article) {
    Count count = of(article);
    count.added++;
    for (int field = 0; field < count.without.length; field++) {
      count.without[field] += has(article, field) ? 0 : 1;
    }
  }

  void changed(Article before, Article now) {
    Count count = of(now);
    count.changed++;
    for (int field = 0; field < count.lost.length; field++) {
      count.lost[field] += has(before, field) && !has(now, field) ? 1 : 0;
    }
    LocalDate day = day(before);
    count.moved += day != null && now.published() != null && !day.equals(day(now)) ? 1 : 0;
  }

  void unchanged(Article article) {
    of(article).unchanged++;
  }

  void withdrawn(Article article) {
    of(article).withdrawn++;
  }

  List<Arrivals> list() {
    return counts.entrySet().stream()
        .map(entry -> {
          Count count = entry.getValue();
          return new Arrivals(
              entry.getKey().source,
              entry.getKey().day,
              count.added,
              count.changed,
              count.unchanged,
              count.withdrawn,
              lacks(count.without),
              lacks(count.lost),
              count.moved);
        })
        .toList();
  }

  private Count of(Article article) {
    return counts.computeIfAbsent(new Key(article.source(), day(article)), _ -> new Count());
  }

  private static @Nullable LocalDate day(Article article) {
    Published published = article.published();
    return published == null ? null : published.firstDay(ZoneOffset.UTC);
  }

  private static boolean has(Article article, int field) {
    return switch (field) {
      case 0 -> article.headline() != null && !article.headline().isBlank();
      case 1 -> !article.body().isBlank();
      case 2 -> article.published() != null;
      default -> article.byline() != null && !article.byline().isBlank();
    };
  }

  private static Lacks lacks(long[] fields) {
    return new Lacks(fields[0], fields[1], fields[2], fields[3]);
  }
}
