package dateline.search.http;

import dateline.search.engine.EngineStatus;
import dateline.search.engine.SearchEngine;
import io.javalin.http.Context;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/// Tells operators and load balancers how the server is.
final class HealthRoutes {
  /// @param status `live` or `ready`
  record HealthJson(String status) {}

  /// @param built RFC 3339
  record StatusJson(String generation, long articles, String built, int schemaVersion) {}

  private final SearchEngine engine;
  private final JsonMapper json;

  HealthRoutes(SearchEngine engine, JsonMapper json) {
    this.engine = engine;
    this.json = json;
  }

  void live(Context context) {
    write(context, new HealthJson("live"));
  }

  /// Fails as a search would while no index is open.
  void ready(Context context) throws IOException {
    engine.status();
    write(context, new HealthJson("ready"));
  }

  void status(Context context) throws IOException {
    EngineStatus status = engine.status();
    write(
        context,
        new StatusJson(
            status.generation(),
            status.articles(),
            status.built().toString(),
            status.schemaVersion()));
  }

  private void write(Context context, Object value) {
    context.contentType("application/json").result(json.writeValueAsBytes(value));
  }
}
