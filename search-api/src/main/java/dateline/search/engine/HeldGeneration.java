package dateline.search.engine;

import dateline.corpus.ArticleId;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;

/// One generation as it was when somebody took hold of it, for several questions that must be
/// answered by the same articles. For use by one thread, which closes it.
public interface HeldGeneration extends Closeable {
  String name();

  /// Whether its home still names it as the live one, of which whoever searches anew is answered.
  boolean isLive() throws IOException;

  /// The versions that can be found, as far as their numbers are wanted.
  List<LiveVersion> versions(LongPredicate wanted) throws IOException;

  /// The number of the version that can be found of an article; empty when none can.
  OptionalLong version(ArticleId article) throws IOException;

  /// Which of some articles a search finds, in the order of its list. What matches is decided over
  /// all articles, as a search decides it; limit, folding and facets do not count.
  ///
  /// @throws SearchEngine.SearchTimeout when it took longer than the engine's limit
  Set<ArticleId> matching(SearchRequest request, Set<ArticleId> among) throws IOException;
}
