package dateline.index;

import dateline.corpus.store.StoredVersion;
import dateline.index.lucene.PublishedArticles;
import dateline.index.meaning.ArticleMeaning;
import dateline.index.meaning.Meaning;
import dateline.index.meaning.TextEncoder;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Gives articles their vectors. Those that the live generation has of the same version are taken
/// over, since to encode a text takes longer than all else that is done to it.
///
/// @param encoder null where articles get none
/// @param known what the live generation has by the same model; null for nothing
record ArticleVectors(@Nullable TextEncoder encoder, @Nullable PublishedArticles known) {

  /// What gives the vector of a version, null for none; any thread may call it.
  Callable<@Nullable Meaning> of(StoredVersion version) throws IOException {
    TextEncoder model = encoder;
    if (model == null) {
      return () -> null;
    }
    Meaning before = before(version);
    return before == null ? () -> ArticleMeaning.of(version.article(), model) : () -> before;
  }

  private @Nullable Meaning before(StoredVersion version) throws IOException {
    if (known == null) {
      return null;
    }
    String id = version.article().id().value();
    return known.sequence(id).equals(OptionalLong.of(version.sequence()))
        ? known.meaning(id)
        : null;
  }
}
