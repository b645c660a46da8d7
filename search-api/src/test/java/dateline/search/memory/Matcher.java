package dateline.search.memory;

import dateline.corpus.Published;
import dateline.corpus.Zone;
import dateline.index.schema.ArticleField;
import dateline.search.engine.DateFilter;
import dateline.search.engine.Filter;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.StoredArticle;
import dateline.search.query.Clause;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides by reading it whether an article answers a request. Of plain words, `match=auto` asks
/// for half.
final class Matcher {
  private final SearchRequest request;
  private final List<String> words = new ArrayList<>();

  Matcher(SearchRequest request) {
    this.request = request;
    collect(request.query().clause());
  }

  /// The plain words of the query.
  List<String> words() {
    return words;
  }

  boolean matches(StoredArticle stored) {
    return matches(stored, null) && isDatedWithin(stored, request.dates());
  }

  /// Whether all conditions hold but those on `passedOver` and on the date.
  boolean matches(
      StoredArticle stored, @org.jspecify.annotations.Nullable ArticleField passedOver) {
    return matches(request.query().clause(), stored)
        && request.filters().stream()
            .filter(filter -> filter.field() != passedOver)
            .allMatch(filter -> passes(stored, filter));
  }

  double score(StoredArticle stored) {
    return words.stream().filter(word -> holds(stored, word)).count()
        + words.stream()
                .filter(word -> tokens(stored.article().text(Zone.HEADLINE)).contains(lower(word)))
                .count()
            / 2.0;
  }

  static boolean holds(StoredArticle stored, String word) {
    return tokens(text(stored)).contains(lower(word));
  }

  static java.util.Collection<String> words(StoredArticle stored) {
    return tokens(text(stored));
  }

  static boolean isDatedWithin(StoredArticle stored, DateFilter dates) {
    Published published = stored.article().published();
    if (dates.equals(DateFilter.NONE) || published == null) {
      return dates.equals(DateFilter.NONE) || dates.isMissing();
    }
    if (dates.isMissing()) {
      return false;
    }
    LocalDate from = dates.from() == null ? LocalDate.MIN : dates.from().firstDay(ZoneOffset.UTC);
    LocalDate to = dates.to() == null ? LocalDate.MAX : dates.to().lastDay(ZoneOffset.UTC);
    return !published.firstDay(ZoneOffset.UTC).isBefore(from)
        && !published.lastDay(ZoneOffset.UTC).isAfter(to);
  }

  private boolean matches(Clause clause, StoredArticle stored) {
    return switch (clause) {
      case Clause.Everything _ -> true;
      case Clause.Ranked(var asked, var _) -> {
        long held = asked.stream().filter(word -> holds(stored, word)).count();
        yield switch (request.match()) {
          case AUTO -> 2 * held >= asked.size();
          case ALL -> held == asked.size();
          case ANY -> held > 0;
        };
      }
      case Clause.Phrase(var text, var _, var _) -> lower(text(stored)).contains(lower(text));
      case Clause.Entity(var kind, var name) ->
          stored.entities().stream()
              .anyMatch(entity ->
                  entity.kind() == kind
                      && (entity.id().equals(name) || entity.label().equals(name)));
      case Clause.AnyEntity(var kind) ->
          stored.entities().stream().anyMatch(entity -> entity.kind() == kind);
      case Clause.Value(var field, var value) ->
          MemoryEngine.values(stored, field).stream().anyMatch(held -> held.id().equals(value));
      case Clause.All(var parts) -> parts.stream().allMatch(part -> matches(part, stored));
      case Clause.Any(var parts) -> parts.stream().anyMatch(part -> matches(part, stored));
      case Clause.Not(var part) -> !matches(part, stored);
      case Clause.Passage _, Clause.PublishedRange _, Clause.WordsRange _ ->
          throw new UnsupportedOperationException("ranges and places in a query");
    };
  }

  private static boolean passes(StoredArticle stored, Filter filter) {
    Set<String> values =
        MemoryEngine.values(stored, filter.field()).stream()
            .map(Hit.Label::id)
            .collect(Collectors.toSet());
    return (filter.any().isEmpty() || filter.any().stream().anyMatch(values::contains))
        && values.containsAll(filter.all())
        && filter.not().stream().noneMatch(values::contains)
        && (!filter.isMissing() || values.isEmpty());
  }

  private void collect(Clause clause) {
    switch (clause) {
      case Clause.Ranked(var asked, var _) -> words.addAll(asked);
      case Clause.All(var parts) -> parts.forEach(this::collect);
      case Clause.Any(var parts) -> parts.forEach(this::collect);
      case Clause.Everything _,
          Clause.Phrase _,
          Clause.Passage _,
          Clause.Entity _,
          Clause.AnyEntity _,
          Clause.Value _,
          Clause.Not _,
          Clause.PublishedRange _,
          Clause.WordsRange _ -> {}
    }
  }

  private static String text(StoredArticle stored) {
    return Objects.requireNonNullElse(stored.article().headline(), "")
        + "\n"
        + stored.article().body();
  }

  private static Set<String> tokens(String text) {
    return Arrays.stream(lower(text).split("[^\\p{L}\\p{N}]+")).collect(Collectors.toSet());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
