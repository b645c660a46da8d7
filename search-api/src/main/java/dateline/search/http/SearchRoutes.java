package dateline.search.http;

import dateline.search.engine.ParameterProblem;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.query.QueryProblem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers searches as JSON.
final class SearchRoutes {
  private final SearchGate gate;
  private final RequestReader reader;
  private final SentParameters parameters;
  private final JsonMapper json;
  private final Links links;

  SearchRoutes(
      SearchGate gate,
      RequestReader reader,
      SentParameters parameters,
      JsonMapper json,
      Links links) {
    this.gate = gate;
    this.reader = reader;
    this.parameters = parameters;
    this.json = json;
    this.links = links;
  }

  void search(Context context) throws IOException, Refusal {
    RequestReader.Reading reading = reader.read(parameters.of(context));
    refuseProblems(reading);
    HitFields fields = HitFields.of(reading.fields());
    if (!reading.isLenient() && !fields.problems().isEmpty()) {
      throw new Refusal(of(fields.problems().getFirst()));
    }
    List<ParameterProblem> problems =
        Stream.concat(reading.problems().stream(), fields.problems().stream()).toList();
    SearchRequest request = reading.request();
    SearchPage page = gate.search(request, context);
    SearchJson answer = new SearchWriter(links, request, problems, fields).write(page);
    context
        .header("Link", linkHeader(answer.links()))
        .contentType("application/json")
        .result(bytes(answer, fields));
  }

  private byte[] bytes(SearchJson answer, HitFields fields) {
    if (fields.names().isEmpty()) {
      return json.writeValueAsBytes(answer);
    }
    JsonNode tree = json.valueToTree(answer);
    fields.keepIn(tree);
    return json.writeValueAsBytes(tree);
  }

  /// The answer's own links for those who do not read bodies (RFC 8288), and where the contract is
  /// (RFC 8631).
  private String linkHeader(SearchJson.Links of) {
    var header = new StringBuilder("<" + links.to("/openapi.json") + ">; rel=\"service-desc\"");
    if (of.next() != null) {
      header.append(", <").append(of.next()).append(">; rel=\"next\"");
    }
    return header
        .append(", <")
        .append(of.feed())
        .append(">; rel=\"alternate\"; type=\"application/atom+xml\"")
        .toString();
  }

  /// The first problem is told; with it solved, the next request tells the next.
  static void refuseProblems(RequestReader.Reading reading) throws Refusal {
    if (reading.isLenient()) {
      return;
    }
    List<ParameterProblem> ofParameters = reading.problems();
    if (!ofParameters.isEmpty()) {
      throw new Refusal(of(ofParameters.getFirst()));
    }
    List<QueryProblem> ofQuery = reading.request().query().problems();
    if (!ofQuery.isEmpty()) {
      QueryProblem first = ofQuery.getFirst();
      throw new Refusal(
          Problem.of(400, first.code(), first.message()).at(first.position(), first.suggestion()));
    }
  }

  static Problem of(ParameterProblem problem) {
    return Problem.of(400, problem.code(), problem.message())
        .about(problem.parameter(), problem.suggestion());
  }
}
