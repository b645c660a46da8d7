/// Invents archives of any size from a seed, for measuring and for tests that need many articles.
///
/// Start reading at [dateline.corpus.invent.InventedArticles]. What is invented has the shape of
/// news, not its sense: nothing here may be used to judge the quality of a ranking or of the
/// recognition.
@NullMarked
package dateline.corpus.invent;

import org.jspecify.annotations.NullMarked;
