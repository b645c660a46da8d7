package dateline.search.http;

import dateline.search.engine.RequestReader;
import dateline.search.engine.Scope;
import dateline.search.engine.SearchPage;
import dateline.search.page.Front;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// Asks the archive for what the front page shows.
final class FrontPage {
  private static final int EXAMPLES_MAX = 5;

  private static final Map<String, List<String>> NEWEST =
      Map.of(
          "sort", List.of("newest"),
          "limit", List.of("7"),
          "snippets", List.of("2"),
          "facet", List.of("person,place,org,issue,date"),
          "facet.person.limit", List.of("30"),
          "facet.place.limit", List.of("30"),
          "facet.org.limit", List.of("30"),
          "facet.issue.limit", List.of("30"));

  private static final Map<String, List<String>> OLDEST =
      Map.of(
          "sort", List.of("oldest"),
          "limit", List.of("3"),
          "snippets", List.of("1"),
          "facet", List.of("none"));

  private static final Map<String, List<String>> RECENT =
      Map.of(
          "sort", List.of("newest"),
          "limit", List.of("100"),
          "snippets", List.of("0"),
          "facet", List.of("none"));

  private final SearchGate gate;
  private final RequestReader reader;
  private final List<String> candidates;
  private final AtomicReference<Examples> examples =
      new AtomicReference<>(new Examples("", List.of()));

  /// @param candidates queries of which those that find something are shown as examples
  FrontPage(SearchGate gate, RequestReader reader, List<String> candidates) {
    this.gate = gate;
    this.reader = reader;
    this.candidates = candidates;
  }

  /// Which queries find something does not change within a generation and what may be seen of it.
  private record Examples(String of, List<String> queries) {}

  Front read(Context context) throws IOException, Refusal {
    SearchPage newest = search(NEWEST, context);
    return new Front(
        newest,
        search(OLDEST, context).hits(),
        search(RECENT, context).hits(),
        examples(newest.generation(), context));
  }

  private List<String> examples(String generation, Context context) throws IOException, Refusal {
    String of = generation + "/" + Scope.current().map(Scope::text).orElse("");
    Examples known = examples.get();
    if (!known.of.equals(of)) {
      var queries = new ArrayList<String>();
      for (String candidate : candidates) {
        if (queries.size() < EXAMPLES_MAX && finds(candidate, context)) {
          queries.add(candidate);
        }
      }
      known = new Examples(of, List.copyOf(queries));
      examples.set(known);
    }
    return known.queries;
  }

  private boolean finds(String query, Context context) throws IOException, Refusal {
    return search(
                Map.of("q", List.of(query), "limit", List.of("0"), "facet", List.of("none")),
                context)
            .total()
        > 0;
  }

  private SearchPage search(Map<String, List<String>> parameters, Context context)
      throws IOException, Refusal {
    return gate.search(reader.read(parameters).request(), context);
  }
}
