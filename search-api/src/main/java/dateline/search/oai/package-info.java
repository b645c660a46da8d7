/// The archive for harvesters: OAI-PMH 2.0 with simple Dublin Core.
///
/// Start reading at [dateline.search.oai.OaiProvider]. It knows no HTTP: arguments in, XML out.
@NullMarked
package dateline.search.oai;

import org.jspecify.annotations.NullMarked;
