package dateline.search.http;

import dateline.search.engine.ParameterProblem;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Writes the JSON with which `GET /api/v1/search` answers, for other doors too.
public final class SearchAnswer {
  private SearchAnswer() {}

  /// As a server answers that does not know its public address: links have no host.
  public static String json(SearchRequest request, SearchPage page) {
    return new String(
        bytes(request, page, HitFields.ALL, List.of(), new Links(null), mapper()),
        StandardCharsets.UTF_8);
  }

  /// @param fields members of each hit that are wanted
  /// @param problems of parameters that were passed over
  static byte[] bytes(
      SearchRequest request,
      SearchPage page,
      HitFields fields,
      List<ParameterProblem> problems,
      Links links,
      JsonMapper mapper) {
    SearchJson answer = new SearchWriter(links, request, problems, fields).write(page);
    if (fields.names().isEmpty()) {
      return mapper.writeValueAsBytes(answer);
    }
    JsonNode tree = mapper.valueToTree(answer);
    fields.keepIn(tree);
    return mapper.writeValueAsBytes(tree);
  }

  /// Writes every record of the API: in snake case and in the order of its components.
  static JsonMapper mapper() {
    return JsonMapper.builder()
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build();
  }
}
