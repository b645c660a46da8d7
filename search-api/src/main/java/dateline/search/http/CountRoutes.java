package dateline.search.http;

import dateline.search.engine.DateFilter;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.query.QueryParser;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// Counts what a search finds, at once and over time.
final class CountRoutes {
  private static final double SHARE_SCALE = 1e6;

  private final SearchGate gate;
  private final RequestReader reader;
  private final SentParameters parameters;
  private final Links links;
  private final JsonMapper json;

  CountRoutes(
      SearchGate gate,
      RequestReader reader,
      SentParameters parameters,
      Links links,
      JsonMapper json) {
    this.gate = gate;
    this.reader = reader;
    this.parameters = parameters;
    this.links = links;
    this.json = json;
  }

  void count(Context context) throws IOException, Refusal {
    RequestReader.Reading reading = read(context);
    SearchPage page = gate.search(reading.request().counting(FacetRequest.NONE), context);
    write(
        context,
        new CountJson(
            query(reading, page),
            page.generation(),
            new SearchJson.Total(page.total(), "exact"),
            new SearchJson.Groups(page.groups())));
  }

  void timeline(Context context) throws IOException, Refusal {
    RequestReader.Reading reading = read(context);
    SearchRequest request = reading.request();
    Interval asked = request.facets().interval();
    SearchRequest everything =
        request
            .asking(QueryParser.parse(""), List.of(), DateFilter.NONE)
            .inThreads(List.of())
            .folding(request.collapse(), null);
    Beside beside =
        gate.together(
            searcher -> {
              SearchPage page =
                  searcher.search(counting(request, asked == null ? Interval.AUTO : asked));
              Interval interval = Objects.requireNonNull(page.dates()).interval();
              return new Beside(page, searcher.search(counting(everything, interval)));
            },
            context);
    SearchPage found = beside.found();
    DateHistogram counts = Objects.requireNonNull(found.dates());
    DateHistogram all = Objects.requireNonNull(beside.all().dates());
    write(
        context,
        new CountJson.Timeline(
            query(reading, found),
            found.generation(),
            new SearchJson.Total(found.total(), "exact"),
            counts.interval().parameter(),
            bars(counts, all),
            gaps(all),
            counts.missing()));
  }

  /// @param all what the whole archive has of the same stretches
  private record Beside(SearchPage found, SearchPage all) {}

  private static SearchRequest counting(SearchRequest request, Interval interval) {
    return request.counting(new FacetRequest(Map.of(), interval));
  }

  private static List<CountJson.Bar> bars(DateHistogram counts, DateHistogram all) {
    Map<String, Long> found = new HashMap<>();
    counts.bars().forEach(bar -> found.put(bar.value(), bar.count()));
    return all.bars().stream()
        .map(bar -> {
          long count = found.getOrDefault(bar.value(), 0L);
          return new CountJson.Bar(
              bar.value(),
              bar.from().toString(),
              bar.to().toString(),
              count,
              bar.count(),
              Math.round(SHARE_SCALE * count / bar.count()) / SHARE_SCALE);
        })
        .toList();
  }

  private static List<CountJson.Gap> gaps(DateHistogram all) {
    var gaps = new ArrayList<CountJson.Gap>();
    LocalDate next = null;
    for (DateHistogram.Bar bar : all.bars()) {
      if (next != null && next.isBefore(bar.from())) {
        gaps.add(new CountJson.Gap(next.toString(), bar.from().minusDays(1).toString()));
      }
      next = bar.to().plusDays(1);
    }
    return gaps;
  }

  private RequestReader.Reading read(Context context) throws Refusal {
    RequestReader.Reading reading = reader.read(parameters.of(context));
    SearchRoutes.refuseProblems(reading);
    return reading;
  }

  private SearchJson.Query query(RequestReader.Reading reading, SearchPage page) {
    return new SearchWriter(links, reading.request(), reading.problems()).query(page.formsByWord());
  }

  private void write(Context context, Object answer) {
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }
}
