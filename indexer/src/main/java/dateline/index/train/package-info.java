/// Learns issues and salient places from the labels of a user's own articles.
@NullMarked
package dateline.index.train;

import org.jspecify.annotations.NullMarked;
