/// Finds articles that tell the same story in nearly the same words: what agencies send twice, and
/// what papers reprint.
///
/// Start reading at [dateline.index.story.SameStory], which decides about two articles, and
/// [dateline.index.story.Grouping], which asks it about few pairs and forms the groups. What two
/// articles are to each other depends on their texts and dates alone, never on the rest of the
/// archive, so that a run upon an older generation ends in the same groups as a full one. Nothing
/// here knows Lucene.
@NullMarked
package dateline.index.story;

import org.jspecify.annotations.NullMarked;
