package dateline.search.http;

import dateline.corpus.NearestName;
import dateline.search.engine.Comparison;
import dateline.search.engine.Coverage;
import dateline.search.engine.DateHistogram.Bar;
import dateline.search.engine.DayRange;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.SourceHoldings;
import dateline.search.page.Addresses;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Tells what the archive holds of which source and time, and compares searches over time.
final class ArchiveRoutes {
  static final String INTERVAL = "interval";
  private static final List<String> COVERAGE = List.of("source", "from", "to", "tz", INTERVAL);
  private static final double SHARE_SCALE = 1e6;

  private final SearchGate gate;
  private final RequestReader reader;
  private final Links links;
  private final JsonMapper json;

  ArchiveRoutes(SearchGate gate, RequestReader reader, Links links, JsonMapper json) {
    this.gate = gate;
    this.reader = reader;
    this.links = links;
    this.json = json;
  }

  void sources(Context context) throws IOException, Refusal {
    onlyKnown(context, List.of());
    SearchRequest everything = reader.read(Map.of()).request();
    SourceHoldings held =
        gate.together(searcher -> SourceHoldings.of(searcher, everything), context);
    write(
        context,
        new ArchiveJson.Sources(
            held.generation(),
            held.sourcesTotal(),
            held.unsourced(),
            held.sources().stream().map(this::source).toList()));
  }

  private ArchiveJson.Source source(SourceHoldings.Holding held) {
    return new ArchiveJson.Source(
        held.source(),
        held.articles(),
        held.first() == null ? null : Objects.toString(held.first()),
        held.last() == null ? null : Objects.toString(held.last()),
        held.languages().stream()
            .map(item -> new ArchiveJson.Language(item.value(), item.count()))
            .toList(),
        links.to("/api/v1/search?source=" + Addresses.encoded(held.source())));
  }

  void coverage(Context context) throws IOException, Refusal {
    Coverage coverage = coverage(reader, context);
    write(
        context,
        new ArchiveJson.Coverage(
            coverage.generation(),
            coverage.interval().parameter(),
            coverage.sourcesTotal(),
            coverage.sources().stream()
                .map(of ->
                    new ArchiveJson.Covered(
                        of.source(),
                        of.articles(),
                        of.undated(),
                        of.bars().stream().map(ArchiveRoutes::bar).toList(),
                        gaps(of.gaps())))
                .toList()));
  }

  private Coverage coverage(RequestReader from, Context context) throws IOException, Refusal {
    onlyKnown(context, COVERAGE);
    RequestReader.Reading reading = from.read(context.queryParamMap());
    SearchRoutes.refuseProblems(reading);
    return coverage(reading.request(), context);
  }

  Coverage coverage(SearchRequest request, Context context) throws IOException, Refusal {
    // a checked exception of the seam cannot pass the gate, whose questions fail as disks do
    var refused = new ArrayList<Coverage.TooMany>();
    Coverage found =
        gate.together(
            searcher -> {
              try {
                return Coverage.of(searcher, request);
              } catch (Coverage.TooMany e) {
                refused.add(e);
                return new Coverage("", Interval.AUTO, List.of(), 0);
              }
            },
            context);
    if (!refused.isEmpty()) {
      throw new Refusal(
          Problem.of(400, "param.invalid", "That would be " + refused.getFirst().getMessage() + ".")
              .about(INTERVAL, null));
    }
    return found;
  }

  void compare(Context context) throws IOException, Refusal {
    Map<String, List<String>> sent = context.queryParamMap();
    var readings = new ArrayList<RequestReader.Reading>();
    for (String text : queries(sent)) {
      RequestReader.Reading reading = reader.read(asking(text, sent));
      SearchRoutes.refuseProblems(reading);
      readings.add(reading);
    }
    if (readings.size() < Comparison.SIDES_MIN || readings.size() > Comparison.SIDES_MAX) {
      throw new Refusal(
          Problem.of(
                  400,
                  "param.invalid",
                  "Give %d to %d searches: q=…&q=…"
                      .formatted(Comparison.SIDES_MIN, Comparison.SIDES_MAX))
              .about("q", null));
    }
    List<SearchRequest> requests = readings.stream().map(RequestReader.Reading::request).toList();
    Comparison compared =
        gate.together(
            searcher -> Comparison.of(searcher, requests, requests.getFirst().facets().interval()),
            context);
    write(context, written(compared));
  }

  /// The texts of searches to compare; empty ones, which a form sends, are none.
  static List<String> queries(Map<String, List<String>> sent) {
    return sent.getOrDefault("q", List.of()).stream().filter(text -> !text.isBlank()).toList();
  }

  static Map<String, List<String>> asking(String text, Map<String, List<String>> sent) {
    var asked = new LinkedHashMap<>(sent);
    asked.put("q", List.of(text));
    return asked;
  }

  private ArchiveJson.Comparison written(Comparison compared) {
    return new ArchiveJson.Comparison(
        compared.generation(),
        compared.interval().parameter(),
        compared.sides().stream()
            .map(side ->
                new ArchiveJson.Side(
                    new SearchWriter(links, side.request(), List.of()).query(side.forms()),
                    new SearchJson.Total(side.total(), "exact")))
            .toList(),
        IntStream.range(0, compared.all().size()).mapToObj(bar -> point(bar, compared)).toList(),
        gaps(compared.gaps()));
  }

  private static ArchiveJson.Point point(int bar, Comparison compared) {
    Bar all = compared.all().get(bar);
    return new ArchiveJson.Point(
        all.value(),
        all.from().toString(),
        all.to().toString(),
        all.count(),
        compared.sides().stream().map(side -> side.counts().get(bar)).toList(),
        compared.sides().stream()
            .map(side -> Math.round(SHARE_SCALE * side.share(bar, compared.all())) / SHARE_SCALE)
            .toList());
  }

  private static SearchJson.Bar bar(Bar bar) {
    return new SearchJson.Bar(bar.value(), bar.from().toString(), bar.to().toString(), bar.count());
  }

  private static List<CountJson.Gap> gaps(List<DayRange> gaps) {
    return gaps.stream()
        .map(gap -> new CountJson.Gap(gap.from().toString(), gap.to().toString()))
        .toList();
  }

  private static void onlyKnown(Context context, List<String> names) throws Refusal {
    for (String name : context.queryParamMap().keySet()) {
      if (!names.contains(name) && !name.isEmpty()) {
        throw new Refusal(
            Problem.of(
                    400,
                    "param.unknown",
                    names.isEmpty()
                        ? "There is no parameter “%s” here; remove it.".formatted(name)
                        : "There is no parameter “%s” here; there are %s."
                            .formatted(name, String.join(", ", names)))
                .about(name, NearestName.of(name, names).orElse(null)));
      }
    }
  }

  private void write(Context context, Object answer) {
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }
}
