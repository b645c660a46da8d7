package dateline.search.http;

import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Writes the JSON with which `GET /api/v1/search` answers, for other doors too.
public final class SearchAnswer {
  private SearchAnswer() {}

  /// As a server answers that does not know its public address: links have no host.
  public static String json(SearchRequest request, SearchPage page) {
    return mapper()
        .writeValueAsString(
            new SearchWriter(new Links(null), request, List.of(), HitFields.ALL).write(page));
  }

  /// Writes every record of the API: in snake case and in the order of its components.
  static JsonMapper mapper() {
    return JsonMapper.builder()
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build();
  }
}
