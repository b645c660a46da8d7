package dateline.search.alert;

/// A message that did not arrive, as far as its sender can tell.
final class Undelivered extends Exception {
  private static final long serialVersionUID = 1;

  /// @param message for the operator: what happened, without an address or a secret
  Undelivered(String message) {
    super(message);
  }
}
