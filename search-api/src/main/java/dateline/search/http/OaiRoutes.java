package dateline.search.http;

import dateline.search.oai.OaiProvider;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The archive for harvesters.
final class OaiRoutes {
  static final String PATH = "/oai";

  private final SearchGate gate;
  private final OaiProvider provider;
  private final SentParameters parameters;
  private final Links links;

  OaiRoutes(SearchGate gate, OaiProvider provider, SentParameters parameters, Links links) {
    this.gate = gate;
    this.provider = provider;
    this.parameters = parameters;
    this.links = links;
  }

  void answer(Context context) throws IOException, Refusal {
    Map<String, List<String>> sent = parameters.of(context);
    context
        .contentType("text/xml;charset=utf-8")
        .result(gate.answer(() -> provider.answer(sent, links.base(context), PATH), context));
  }
}
