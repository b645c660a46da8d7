package dateline.search.engine;

import java.util.List;

/// Reads the first hits beside the query and puts them in a better order, such as a cross-encoder
/// does. Users implement it; `mode=hybrid` asks it last.
///
/// A jar in the folder `plugins` of an archive's home offers one as [java.util.ServiceLoader] says:
/// a public class with a constructor without parameters, listed in
/// `META-INF/services/dateline.search.engine.Reranker`. Many threads call one instance at once.
public interface Reranker {
  /// Most hits that can be asked for.
  int HITS_MAX = 100;

  /// How many hits it wants to read, to [#HITS_MAX]; 0 for none.
  int hits();

  /// How many words of each it reads.
  int words();

  /// How well each text answers the query, higher for better; on any scale.
  ///
  /// @param query without operators
  /// @param texts headline and beginning of each article
  /// @return one number for each text, in their order
  float[] scores(String query, List<String> texts);
}
