package dateline.search.oai;

/// Ends a request with an error of the protocol, section 3.6.
final class OaiProblem extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;

  OaiProblem(String code, String message) {
    super(message);
    this.code = code;
  }

  static OaiProblem badArgument(String message) {
    return new OaiProblem("badArgument", message);
  }

  String code() {
    return code;
  }

  /// Whether the arguments cannot be told back, since they make no sense.
  boolean isAboutArguments() {
    return code.equals("badVerb") || code.equals("badArgument");
  }
}
