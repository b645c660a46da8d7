/// The server: routes, limits, the JSON that programs read, and what is said when something fails.
///
/// Start reading at [dateline.search.http.HttpServer]. No other package knows Javalin. What goes
/// over the wire are records of this package, so that renaming a domain record breaks no client.
@NullMarked
package dateline.search.http;

import org.jspecify.annotations.NullMarked;
