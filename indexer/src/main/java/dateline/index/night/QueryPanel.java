package dateline.index.night;

import dateline.index.generation.Generation;
import java.io.IOException;
import java.util.List;

/// Asks two generations the same searches. Implemented where searches are known, since this module
/// cannot call them.
public interface QueryPanel {
  List<PanelAnswer> ask(Generation live, Generation candidate) throws IOException;
}
