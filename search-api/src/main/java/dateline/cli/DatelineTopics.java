package dateline.cli;

import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Mode;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.query.Match;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks one engine the queries of topics as a person would type them: best articles first, no
/// filter, signs that mean nothing left out.
final class DatelineTopics implements TopicSearch {
  private final SearchEngine engine;
  private final RequestReader reader;
  private final Match match;
  private final Mode mode;
  private final int depth;

  /// @param depth articles wanted, at least one; beyond a page they are fetched by cursor
  DatelineTopics(SearchEngine engine, Clock clock, Match match, Mode mode, int depth) {
    this.engine = engine;
    this.reader = new RequestReader(DoorDefaults.PAGE, clock);
    this.match = match;
    this.mode = mode;
    this.depth = depth;
  }

  @Override
  public Found ask(String query) throws IOException {
    var articles = new ArrayList<String>();
    String cursor = null;
    long total;
    do {
      SearchPage page = engine.search(request(query, depth - articles.size(), cursor));
      page.hits().forEach(hit -> articles.add(hit.id().value()));
      total = page.total();
      cursor = page.nextCursor();
    } while (cursor != null && articles.size() < depth);
    return new Found(total, articles);
  }

  private SearchRequest request(String query, int wanted, @Nullable String cursor) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("q", List.of(query));
    parameters.put("match", List.of(match.parameter()));
    parameters.put("sort", List.of("relevance"));
    parameters.put("mode", List.of(mode.parameter()));
    parameters.put("collapse", List.of("none"));
    parameters.put("facet", List.of("none"));
    parameters.put("snippets", List.of("0"));
    parameters.put("limit", List.of(String.valueOf(Math.min(wanted, SearchRequest.LIMIT_MAX))));
    if (cursor != null) {
      parameters.put("cursor", List.of(cursor));
    }
    RequestReader.Reading reading = reader.read(parameters);
    if (!reading.problems().isEmpty()) {
      throw new IllegalStateException("a topic asks what no door offers: " + reading.problems());
    }
    return reading.request();
  }
}
