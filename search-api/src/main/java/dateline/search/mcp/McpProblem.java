package dateline.search.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A message that cannot be answered, as an error of JSON-RPC.
final class McpProblem extends Exception {
  private static final long serialVersionUID = 1;

  static final int UNREADABLE = -32700;
  static final int NO_REQUEST = -32600;
  static final int NO_METHOD = -32601;
  static final int WRONG_PARAMETERS = -32602;
  static final int FAULT = -32603;
  static final int OTHER_HEADER = -32020;
  static final int OTHER_VERSION = -32022;

  private final int code;

  @SuppressWarnings("serial") // never sent as an object of Java
  private final @Nullable ObjectNode data;

  McpProblem(int code, String message) {
    this(code, message, null);
  }

  McpProblem(int code, String message, @Nullable ObjectNode data) {
    super(message);
    this.code = code;
    this.data = data;
  }

  int code() {
    return code;
  }

  @Nullable ObjectNode data() {
    return data;
  }
}
