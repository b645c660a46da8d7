/// The known places, organisations and issues with their names, ids and containment, and the words
/// by which people and organisations are recognised.
///
/// Start reading at [dateline.corpus.gazetteer.Gazetteer]; the files behind it lie in
/// `corpus/gazetteer` and are packaged with this module. A user's own folder adds rows to them.
/// This package never recognises names in running text.
@NullMarked
package dateline.corpus.gazetteer;

import org.jspecify.annotations.NullMarked;
