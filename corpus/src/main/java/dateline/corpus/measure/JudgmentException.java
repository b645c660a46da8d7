package dateline.corpus.measure;

import java.io.IOException;

/// A file of topics, qrels or a run cannot be read as such. The message names file, line, what is
/// wrong and what is expected.
public final class JudgmentException extends IOException {
  private static final long serialVersionUID = 1;

  public JudgmentException(String message) {
    super(message);
  }
}
