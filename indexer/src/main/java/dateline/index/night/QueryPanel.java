package dateline.index.night;

import dateline.index.generation.Generation;
import java.io.IOException;
import java.util.List;

/// Asks two generations the same searches. Implemented where searches are known, since this module
/// cannot call them.
public interface QueryPanel {
  /// The user's own searches, one a line, in the archive's home.
  String FILE = "panel.txt";

  List<PanelAnswer> ask(Generation live, Generation candidate) throws IOException;
}
