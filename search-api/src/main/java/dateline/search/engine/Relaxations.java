package dateline.search.engine;

import dateline.index.schema.ArticleField;
import dateline.search.engine.Relaxation.Part;
import dateline.search.query.CanonicalForm;
import dateline.search.query.Clause;
import dateline.search.query.ParsedQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Finds out which parts of a search that found nothing are to blame, by counting without each.
///
/// The parts are the conditions that a query joins by AND, each word of plain words, each condition
/// of a filter, the threads, the dates, and the story. What would leave no condition at all is not
/// tried.
public final class Relaxations {
  /// Most counts for one search.
  static final int COUNTS_MAX = 20;

  /// Counts the articles that a search finds.
  @FunctionalInterface
  public interface Count {
    long of(SearchRequest request) throws IOException;
  }

  /// A part, and where in the query it stands.
  ///
  /// @param at number of the condition; -1 outside the query
  private record Removable(int at, Part part) {}

  private final SearchRequest request;
  private final Count count;
  private final List<Clause> conditions;
  private int countsLeft = COUNTS_MAX;

  private Relaxations(SearchRequest request, Count count) {
    this.request = request;
    this.count = count;
    this.conditions =
        switch (request.query().clause()) {
          case Clause.Everything _ -> List.of();
          case Clause.All(var parts) -> parts;
          case Clause one -> List.of(one);
        };
  }

  /// Largest totals first, then in the order of the search. Where no single part helps, the first
  /// two that help together, if few counts find them.
  ///
  /// @param labels tells the name of a value
  public static List<Relaxation> of(
      SearchRequest request, Count count, BiFunction<ArticleField, String, String> labels)
      throws IOException {
    var relaxations = new Relaxations(request, count);
    List<Removable> parts = relaxations.parts(labels);
    List<Relaxation> single = relaxations.single(parts);
    return single.isEmpty() ? relaxations.firstPair(parts) : single;
  }

  private List<Removable> parts(BiFunction<ArticleField, String, String> labels) {
    var parts = new ArrayList<Removable>();
    for (int at = 0; at < conditions.size(); at++) {
      Clause condition = conditions.get(at);
      if (condition instanceof Clause.Ranked(var words, var zone)) {
        for (String word : words.stream().distinct().toList()) {
          parts.add(new Removable(at, new Relaxation.Word(word, zone)));
        }
      } else {
        parts.add(new Removable(at, new Relaxation.Condition(condition)));
      }
    }
    for (Filter piece : pieces(request.filters())) {
      List<String> names =
          Stream.of(piece.any(), piece.all(), piece.not())
              .flatMap(List::stream)
              .map(value -> labels.apply(piece.field(), value))
              .toList();
      parts.add(new Removable(-1, new Relaxation.Values(piece, names)));
    }
    if (!request.threads().isEmpty()) {
      parts.add(new Removable(-1, new Relaxation.Threads(request.threads())));
    }
    if (!request.dates().equals(DateFilter.NONE)) {
      parts.add(new Removable(-1, new Relaxation.Dates(request.dates())));
    }
    if (request.story() != null) {
      parts.add(new Removable(-1, new Relaxation.Story(request.story())));
    }
    return parts;
  }

  /// Filters that say the same one condition at a time.
  private static List<Filter> pieces(List<Filter> filters) {
    var pieces = new ArrayList<Filter>();
    for (Filter filter : filters) {
      ArticleField field = filter.field();
      if (!filter.any().isEmpty()) {
        pieces.add(new Filter(field, filter.any(), List.of(), List.of(), false));
      }
      for (String value : filter.all()) {
        pieces.add(new Filter(field, List.of(), List.of(value), List.of(), false));
      }
      for (String value : filter.not()) {
        pieces.add(new Filter(field, List.of(), List.of(), List.of(value), false));
      }
      if (filter.isMissing()) {
        pieces.add(new Filter(field, List.of(), List.of(), List.of(), true));
      }
    }
    return pieces;
  }

  private List<Relaxation> single(List<Removable> parts) throws IOException {
    var helpful = new ArrayList<Relaxation>();
    for (Removable part : parts) {
      addIfHelpful(List.of(part), helpful);
    }
    helpful.sort(Comparator.comparingLong(Relaxation::total).reversed());
    return helpful;
  }

  private List<Relaxation> firstPair(List<Removable> parts) throws IOException {
    var helpful = new ArrayList<Relaxation>();
    for (int first = 0; first < parts.size(); first++) {
      for (int second = first + 1; second < parts.size(); second++) {
        addIfHelpful(List.of(parts.get(first), parts.get(second)), helpful);
        if (!helpful.isEmpty() || countsLeft == 0) {
          return helpful;
        }
      }
    }
    return helpful;
  }

  private void addIfHelpful(List<Removable> removed, List<Relaxation> helpful) throws IOException {
    SearchRequest without = without(removed);
    if (countsLeft == 0 || without.asksForEverything()) {
      return;
    }
    countsLeft--;
    long total = count.of(without);
    if (total > 0) {
      helpful.add(new Relaxation(removed.stream().map(Removable::part).toList(), total, without));
    }
  }

  private SearchRequest without(List<Removable> removed) {
    Clause clause = clauseWithout(removed);
    String text = clause instanceof Clause.Everything ? "" : CanonicalForm.of(clause);
    boolean hasDates = removed.stream().noneMatch(each -> each.part() instanceof Relaxation.Dates);
    boolean hasStory = removed.stream().noneMatch(each -> each.part() instanceof Relaxation.Story);
    boolean hasThreads =
        removed.stream().noneMatch(each -> each.part() instanceof Relaxation.Threads);
    SearchRequest without =
        request
            .folding(request.collapse(), hasStory ? request.story() : null)
            .asking(
                new ParsedQuery(text, clause, List.of()),
                filtersWithout(removed),
                hasDates ? request.dates() : DateFilter.NONE);
    return hasThreads ? without : without.inThreads(List.of());
  }

  private Clause clauseWithout(List<Removable> removed) {
    var kept = new ArrayList<Clause>();
    for (int i = 0; i < conditions.size(); i++) {
      int at = i;
      Clause condition = conditions.get(at);
      if (condition instanceof Clause.Ranked(var words, var zone)) {
        List<String> rest =
            words.stream()
                .filter(
                    word -> !removed.contains(new Removable(at, new Relaxation.Word(word, zone))))
                .toList();
        if (!rest.isEmpty()) {
          kept.add(new Clause.Ranked(rest, zone));
        }
      } else if (!removed.contains(new Removable(at, new Relaxation.Condition(condition)))) {
        kept.add(condition);
      }
    }
    return switch (kept.size()) {
      case 0 -> new Clause.Everything();
      case 1 -> kept.getFirst();
      default -> new Clause.All(kept);
    };
  }

  private List<Filter> filtersWithout(List<Removable> removed) {
    List<Filter> lifted =
        removed.stream()
            .map(Removable::part)
            .filter(Relaxation.Values.class::isInstance)
            .map(part -> ((Relaxation.Values) part).filter())
            .toList();
    Map<ArticleField, Filter> kept = new EnumMap<>(ArticleField.class);
    pieces(request.filters()).stream()
        .filter(piece -> !lifted.contains(piece))
        .forEach(piece -> kept.merge(piece.field(), piece, Relaxations::joined));
    return List.copyOf(kept.values());
  }

  private static Filter joined(Filter one, Filter other) {
    return new Filter(
        one.field(),
        Stream.concat(one.any().stream(), other.any().stream()).toList(),
        Stream.concat(one.all().stream(), other.all().stream()).toList(),
        Stream.concat(one.not().stream(), other.not().stream()).toList(),
        one.isMissing() || other.isMissing());
  }
}
