/// Writes a generation as a Lucene index.
///
/// Start reading at [dateline.index.lucene.LuceneWriter]; [dateline.index.lucene.ArticleDocument]
/// is the one place where an article becomes fields.
@NullMarked
package dateline.index.lucene;

import org.jspecify.annotations.NullMarked;
