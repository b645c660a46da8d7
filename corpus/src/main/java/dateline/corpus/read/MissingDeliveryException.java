package dateline.corpus.read;

import java.io.IOException;
import java.nio.file.Path;

/// A path was given where there is nothing.
public final class MissingDeliveryException extends IOException {
  private static final long serialVersionUID = 1;

  MissingDeliveryException(Path path) {
    super(
        "cannot read "
            + path
            + ": there is no such file or folder.\nCheck its spelling; a path without a / at its start"
            + " is sought in "
            + Path.of("").toAbsolutePath()
            + ".");
  }
}
