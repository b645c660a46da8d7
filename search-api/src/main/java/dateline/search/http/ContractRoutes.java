package dateline.search.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// Tells programs what can be asked and what is answered: an OpenAPI 3.1 document.
final class ContractRoutes {
  private final byte[] document;

  ContractRoutes() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ContractRoutes.class.getResourceAsStream("openapi.json"))) {
      document = in.readAllBytes();
    }
  }

  void document(Context context) {
    context.contentType("application/json").result(document);
  }
}
