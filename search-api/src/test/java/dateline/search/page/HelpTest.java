package dateline.search.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.search.query.Clause;
import dateline.search.query.ParsedQuery;
import dateline.search.query.QueryParser;
import dateline.search.query.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HelpTest {
  private static List<String> queries() {
    return HelpView.of(frame()).forms().stream()
        .flatMap(form -> form.written().stream())
        .map(HelpView.Example::query)
        .toList();
  }

  private static Frame frame() {
    return new Frame(new Messages(Locale.ENGLISH), Assets.load(), "", "", SearchForm.EMPTY);
  }

  @Test
  void everyExampleIsReadWithoutDoubt() {
    for (String query : queries()) {
      ParsedQuery parsed = QueryParser.parse(query);
      assertEquals(List.of(), parsed.problems(), query);
    }
  }

  @Test
  void theExamplesShowEveryKindOfClause() {
    Set<String> shown = new HashSet<>();
    for (String query : queries()) {
      addKinds(QueryParser.parse(query).clause(), shown);
    }

    assertEquals(kinds(Clause.class, Span.class), shown);
  }

  private static Set<String> kinds(Class<?>... sealed) {
    return Stream.of(sealed)
        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
        .map(Class::getSimpleName)
        .collect(Collectors.toSet());
  }

  private static void addKinds(Clause clause, Set<String> kinds) {
    kinds.add(clause.getClass().getSimpleName());
    switch (clause) {
      case Clause.All(var parts) -> parts.forEach(part -> addKinds(part, kinds));
      case Clause.Any(var parts) -> parts.forEach(part -> addKinds(part, kinds));
      case Clause.Not(var part) -> addKinds(part, kinds);
      case Clause.Passage(var span, _, _) -> addKinds(span, kinds);
      default -> {}
    }
  }

  private static void addKinds(Span span, Set<String> kinds) {
    kinds.add(span.getClass().getSimpleName());
    switch (span) {
      case Span.Either(var parts) -> parts.forEach(part -> addKinds(part, kinds));
      case Span.Near near -> {
        addKinds(near.left(), kinds);
        addKinds(near.right(), kinds);
      }
      case Span.Same(var left, var right, _) -> {
        addKinds(left, kinds);
        addKinds(right, kinds);
      }
      case Span.First(var part, _) -> addKinds(part, kinds);
      default -> {}
    }
  }
}
