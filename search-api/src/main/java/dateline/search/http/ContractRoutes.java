package dateline.search.http;

import dateline.search.page.ContractView.Operation;
import dateline.search.page.ContractView.Parameter;
import dateline.search.page.Pages;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells programs, and those who write them, what can be asked and what is answered: an OpenAPI 3.1
/// document, and a page of it.
final class ContractRoutes {
  private static final String REFERENCE = "$ref";
  private static final String PARAMETERS = "#/components/parameters/";

  /// Whose presence shows that an operation takes all of them.
  private static final String OF_EVERY_SEARCH = PARAMETERS + "syntax";

  /// Ends the names of those that stand in a path, not in a query string.
  private static final String IN_PATH = ".path";

  private final byte[] document;
  private final String page;

  ContractRoutes(Pages pages, JsonMapper json) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ContractRoutes.class.getResourceAsStream("openapi.json"))) {
      document = in.readAllBytes();
    }
    JsonNode contract = json.readTree(document);
    page = pages.contract(operations(contract), shared(contract));
  }

  void document(Context context) {
    context.contentType("application/json").result(document);
  }

  void page(Context context) {
    context.contentType(PageRoutes.HTML).result(page);
  }

  private static List<Operation> operations(JsonNode contract) {
    var operations = new ArrayList<Operation>();
    for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
      }
    }
    return operations;
  }

  private static Operation operation(String path, String method, JsonNode operation) {
    var own = new ArrayList<Parameter>();
    boolean isSearch = false;
    for (JsonNode parameter : operation.path("parameters")) {
      String reference = parameter.path(REFERENCE).stringValue("");
      isSearch |= reference.equals(OF_EVERY_SEARCH);
      if (reference.isEmpty()) {
        own.add(parameter(parameter));
      }
    }
    return new Operation(
        method.toUpperCase(Locale.ROOT), path, operation.path("summary").asString(), own, isSearch);
  }

  private static List<Parameter> shared(JsonNode contract) {
    var shared = new ArrayList<Parameter>();
    for (Map.Entry<String, JsonNode> each :
        contract.get("components").get("parameters").properties()) {
      if (!each.getKey().endsWith(IN_PATH)) {
        shared.add(parameter(each.getValue()));
      }
    }
    return shared;
  }

  private static Parameter parameter(JsonNode parameter) {
    return new Parameter(
        parameter.path("name").asString(), parameter.path("description").stringValue(""));
  }
}
