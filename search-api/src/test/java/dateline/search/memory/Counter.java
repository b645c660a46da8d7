package dateline.search.memory;

import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.Facet;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.engine.Filter;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.StoredArticle;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts values among the articles that match, each field without its own filter.
final class Counter {
  private static final int BARS_MAX = 60;

  private final List<StoredArticle> articles;
  private final SearchRequest request;
  private final Matcher matcher;

  Counter(List<StoredArticle> articles, SearchRequest request) {
    this.articles = articles;
    this.request = request;
    this.matcher = new Matcher(request);
  }

  Facet facet(ArticleField field, int itemsMax) {
    Set<String> selected = selected(field);
    Set<String> conditioned = new HashSet<>(selected);
    request.filters().stream()
        .filter(filter -> filter.field() == field)
        .forEach(filter -> conditioned.addAll(filter.not()));
    var counts = new LinkedHashMap<Hit.Label, Long>();
    articles.stream()
        .flatMap(stored -> MemoryEngine.values(stored, field).stream())
        .filter(value -> conditioned.contains(value.id()))
        .forEach(value -> counts.put(value, 0L));
    long missing = 0;
    for (StoredArticle stored : articles) {
      if (matcher.matches(stored, field) && Matcher.isDatedWithin(stored, request.dates())) {
        List<Hit.Label> values = MemoryEngine.values(stored, field);
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        missing += values.isEmpty() ? 1 : 0;
      }
    }
    List<Facet.Item> all =
        counts.entrySet().stream()
            .map(count ->
                new Facet.Item(
                    count.getKey().id(),
                    count.getKey().label(),
                    count.getValue(),
                    selected.contains(count.getKey().id()),
                    null))
            .sorted(
                Comparator.comparingLong(Facet.Item::count)
                    .reversed()
                    .thenComparing(Facet.Item::label))
            .toList();
    var listed = new ArrayList<Facet.Item>();
    long other = 0;
    for (Facet.Item item : all) {
      if (listed.size() < itemsMax || conditioned.contains(item.value())) {
        listed.add(item);
      } else {
        other += item.count();
      }
    }
    return new Facet(field, listed, all.size(), missing, other);
  }

  /// By month, or by year when that is asked or months would be too many; what is dated by year
  /// alone is in no month.
  DateHistogram histogram(Interval asked) {
    if (asked == Interval.DAY) {
      return histogram(Interval.DAY, 10);
    }
    DateHistogram months = histogram(Interval.MONTH, 7);
    boolean isYearly =
        asked == Interval.YEAR || (asked == Interval.AUTO && months.bars().size() > BARS_MAX);
    return isYearly ? histogram(Interval.YEAR, 4) : months;
  }

  /// @param precision letters of a date that name the interval
  private DateHistogram histogram(Interval interval, int precision) {
    Map<String, Long> counts = new TreeMap<>();
    long missing = 0;
    for (StoredArticle stored : articles) {
      Published published = stored.article().published();
      if (!matcher.matches(stored, null)) {
        continue;
      }
      if (published == null) {
        missing++;
      } else if (published.toString().length() >= precision) {
        counts.merge(published.toString().substring(0, precision), 1L, Long::sum);
      }
    }
    return new DateHistogram(
        interval,
        counts.entrySet().stream().map(count -> bar(count.getKey(), count.getValue())).toList(),
        missing);
  }

  private static DateHistogram.Bar bar(String value, long count) {
    Published time = Published.parse(value);
    return new DateHistogram.Bar(
        value, time.firstDay(ZoneOffset.UTC), time.lastDay(ZoneOffset.UTC), count);
  }

  private Set<String> selected(ArticleField field) {
    var selected = new HashSet<String>();
    for (Filter filter : request.filters()) {
      if (filter.field() == field) {
        selected.addAll(filter.any());
        selected.addAll(filter.all());
      }
    }
    return selected;
  }
}
