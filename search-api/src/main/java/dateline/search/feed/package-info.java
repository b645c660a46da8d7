/// Results as feeds: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.
///
/// Start reading at [dateline.search.feed.Feed].
@NullMarked
package dateline.search.feed;

import org.jspecify.annotations.NullMarked;
