/// Every field of the index: its name, how it is indexed, whether it is a facet, what it weighs.
///
/// Writer and searcher share this package and no other place spells a field's name. Start reading
/// at [dateline.index.schema.ArticleField]. Uses no API newer than Java 21, since a cluster node
/// runs it too.
@NullMarked
package dateline.index.schema;

import org.jspecify.annotations.NullMarked;
