package dateline.search.http;

import dateline.search.engine.Comparison;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import dateline.search.page.Pages;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What the archive holds, and searches beside each other, as pages. What cannot be read of an
/// address is passed over.
final class ArchivePages {
  private final ArchiveRoutes archive;
  private final SearchGate gate;
  private final RequestReader reader;
  private final Pages pages;

  ArchivePages(ArchiveRoutes archive, SearchGate gate, RequestReader reader, Pages pages) {
    this.archive = archive;
    this.gate = gate;
    this.reader = reader;
    this.pages = pages;
  }

  void coverage(Context context) throws IOException, Refusal {
    SearchRequest request = reader.read(context.queryParamMap()).request();
    String html = pages.coverage(archive.coverage(request, context), request);
    context.contentType(PageRoutes.HTML).result(html);
  }

  void compare(Context context) throws IOException, Refusal {
    Map<String, List<String>> sent = context.queryParamMap();
    List<String> texts = ArchiveRoutes.queries(sent);
    List<SearchRequest> requests =
        texts.stream()
            .map(text -> reader.read(ArchiveRoutes.asking(text, sent)).request())
            .toList();
    boolean isPossible =
        requests.size() >= Comparison.SIDES_MIN && requests.size() <= Comparison.SIDES_MAX;
    Comparison compared =
        isPossible
            ? gate.together(
                searcher ->
                    Comparison.of(searcher, requests, requests.getFirst().facets().interval()),
                context)
            : null;
    context
        .contentType(PageRoutes.HTML)
        .result(pages.compare(texts, compared, reader.read(Map.of()).request().zone()));
  }
}
