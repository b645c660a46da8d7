/// What texts mean, as vectors of a model that an archive's owner added.
@NullMarked
package dateline.index.meaning;

import org.jspecify.annotations.NullMarked;
