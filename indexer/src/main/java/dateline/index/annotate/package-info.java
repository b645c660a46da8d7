/// Finds the people, places, organisations and issues that an article is about.
///
/// Start reading at [dateline.index.annotate.Annotator]: it turns an article into entities with the
/// exact stretches of text that name them. The source's own tags are never read here.
@NullMarked
package dateline.index.annotate;

import org.jspecify.annotations.NullMarked;
