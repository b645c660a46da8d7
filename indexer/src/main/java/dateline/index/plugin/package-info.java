/// Code that an archive's owner adds.
@NullMarked
package dateline.index.plugin;

import org.jspecify.annotations.NullMarked;
