package dateline.corpus.store;

import java.io.IOException;

/// The store cannot be read or written: the disk is full, the file is locked, damaged or not ours.
public final class StoreException extends IOException {
  private static final long serialVersionUID = 1;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
