/// The nouns of an archive: an article, its id, when it was published, who wrote it, and the kinds
/// of entities that it can be about.
///
/// Start reading at [dateline.corpus.Article]. Records here check themselves when they are made and
/// never change. This package imports nothing but the JDK.
@NullMarked
package dateline.corpus;

import org.jspecify.annotations.NullMarked;
