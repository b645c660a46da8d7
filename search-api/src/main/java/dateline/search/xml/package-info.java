/// Documents in XML, for feeds, descriptions and harvesters.
///
/// Start reading at [dateline.search.xml.Xml]. Knows nothing of archives.
@NullMarked
package dateline.search.xml;

import org.jspecify.annotations.NullMarked;
