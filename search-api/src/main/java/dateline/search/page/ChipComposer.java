package dateline.search.page;

import dateline.index.schema.ArticleField;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DateFilter;
import dateline.search.engine.Facet;
import dateline.search.engine.Filter;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.page.SearchView.Chip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Names the conditions of a search, each with the link that lifts it.
final class ChipComposer {
  private final Messages messages;
  private final SearchPage page;
  private final SearchRequest request;

  ChipComposer(Messages messages, SearchPage page, SearchRequest request) {
    this.messages = messages;
    this.page = page;
    this.request = request;
  }

  List<Chip> compose() {
    var chips = new ArrayList<Chip>();
    for (Filter filter : request.filters()) {
      addChips(filter, chips);
    }
    DateFilter dates = request.dates();
    if (!dates.equals(DateFilter.NONE)) {
      chips.add(chip(dateLabel(dates), CanonicalQuery.withoutDates(request)));
    }
    return List.copyOf(chips);
  }

  private void addChips(Filter filter, List<Chip> chips) {
    String field = messages.of("field.one." + filter.field().parameter());
    Stream.concat(filter.any().stream(), filter.all().stream())
        .map(value ->
            chip(
                filter.field(), value, messages.of("chip.is", field, label(filter.field(), value))))
        .forEach(chips::add);
    filter.not().stream()
        .map(value ->
            chip(
                filter.field(),
                value,
                messages.of("chip.not", field, label(filter.field(), value))))
        .forEach(chips::add);
    if (filter.isMissing()) {
      chips.add(
          chip(
              messages.of("chip.missing", field), CanonicalQuery.without(request, filter.field())));
    }
  }

  private Chip chip(ArticleField field, String value, String label) {
    return chip(label, CanonicalQuery.removing(request, field, value));
  }

  private Chip chip(String label, String canonical) {
    return new Chip(label, Addresses.search(canonical), messages.of("chip.remove", label));
  }

  private String dateLabel(DateFilter dates) {
    if (dates.isMissing()) {
      return messages.of("chip.undated");
    }
    if (dates.from() == null) {
      return messages.of("chip.to", String.valueOf(dates.to()));
    }
    if (dates.to() == null) {
      return messages.of("chip.from", dates.from().toString());
    }
    return dates.from().equals(dates.to())
        ? messages.of("chip.when", dates.from().toString())
        : messages.of("chip.span", dates.from().toString(), dates.to().toString());
  }

  /// The name of a value as the answer knows it, or else the value itself.
  private String label(ArticleField field, String value) {
    Stream<String> counted =
        page.facets().stream()
            .filter(facet -> facet.field() == field)
            .flatMap(facet -> facet.items().stream())
            .filter(item -> item.value().equals(value))
            .map(Facet.Item::label);
    Stream<String> shown =
        page.hits().stream()
            .flatMap(hit ->
                Stream.of(hit.people(), hit.places(), hit.organisations(), hit.issues())
                    .flatMap(List::stream))
            .filter(label -> label.id().equals(value))
            .map(Hit.Label::label);
    return Stream.concat(counted, shown).findFirst().orElse(value);
  }
}
