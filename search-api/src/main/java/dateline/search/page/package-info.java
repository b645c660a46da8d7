/// The pages that people read: an answer or an article becomes a view, and a template prints it.
///
/// Start reading at [dateline.search.page.Pages]. Views are plain records that hold finished texts
/// and links; templates under `src/main/jte` escape them by context. Pages are complete without
/// scripts. Nothing here knows HTTP, an engine, or a text that belongs into the message file.
@NullMarked
package dateline.search.page;

import org.jspecify.annotations.NullMarked;
