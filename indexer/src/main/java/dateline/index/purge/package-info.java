/// Forgetting: the texts of withdrawn articles are removed from every place that a home knows.
@NullMarked
package dateline.index.purge;

import org.jspecify.annotations.NullMarked;
