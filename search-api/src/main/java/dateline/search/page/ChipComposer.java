package dateline.search.page;

import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.DateFilter;
import dateline.search.engine.Facet;
import dateline.search.engine.Filter;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.page.SearchView.Chip;
import dateline.search.query.Match;
import dateline.search.query.TextZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names the conditions of a search, each with the link that lifts it.
final class ChipComposer {
  private final Messages messages;
  private final Dates dates;
  private final SearchPage page;
  private final SearchRequest request;

  ChipComposer(Messages messages, Dates dates, SearchPage page, SearchRequest request) {
    this.messages = messages;
    this.dates = dates;
    this.page = page;
    this.request = request;
  }

  List<Chip> compose() {
    var chips = new ArrayList<Chip>();
    for (Filter filter : request.filters()) {
      addChips(filter, chips);
    }
    for (String thread : request.threads()) {
      chips.add(
          chip(
              messages.of("chip.thread", headline(thread)),
              CanonicalQuery.removingThread(request, thread)));
    }
    if (!request.dates().equals(DateFilter.NONE)) {
      chips.add(chip(dateLabel(request.dates()), CanonicalQuery.withoutDates(request)));
    }
    if (request.story() != null) {
      String label = messages.of("chip.story", headline(request.story()));
      chips.add(chip(label, CanonicalQuery.withoutStory(request)));
    }
    addRestrictions(chips);
    return List.copyOf(chips);
  }

  /// Of an article as the answer knows it, or else its id.
  private String headline(ArticleId id) {
    return page.hits().stream()
        .filter(hit -> hit.id().equals(id))
        .flatMap(hit -> Stream.ofNullable(hit.headline()))
        .findFirst()
        .orElse(id.value());
  }

  /// How the words of the query are read, where that is not as usual.
  private void addRestrictions(List<Chip> chips) {
    String canonical = CanonicalQuery.of(request);
    if (request.match() != Match.AUTO) {
      chips.add(
          chip(
              messages.of("chip.match." + request.match().parameter()),
              Addresses.without(canonical, "match")));
    }
    if (request.in().size() < TextZone.values().length) {
      String zones =
          request.in().stream()
              .sorted()
              .map(zone -> messages.of("zone." + zone.parameter()))
              .collect(Collectors.joining(", "));
      chips.add(chip(messages.of("chip.in", zones), Addresses.without(canonical, "in")));
    }
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

  private String dateLabel(DateFilter asked) {
    if (asked.isMissing()) {
      return messages.of("chip.undated");
    }
    Published from = asked.from();
    Published to = asked.to();
    if (from == null) {
      return messages.of("chip.to", to == null ? "" : dates.day(to));
    }
    if (to == null) {
      return messages.of("chip.from", dates.day(from));
    }
    return from.equals(to)
        ? messages.of("chip.when", dates.day(from))
        : messages.of("chip.span", dates.day(from), dates.day(to));
  }

  /// The headline of an article where the answer shows it, or else its id.
  private String headline(String id) {
    return page.hits().stream()
        .filter(hit -> hit.id().value().equals(id))
        .map(hit -> Optional.ofNullable(hit.headline()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(id);
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
    String known = Stream.concat(counted, shown).findFirst().orElse(value);
    return ValueLabels.of(field, value, known, messages.locale());
  }
}
