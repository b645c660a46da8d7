/// Reads archive files into articles: JSON Lines and lists, plain text, Reuters-21578 and TREC
/// SGML, each also packed with gzip or zstd.
///
/// Start reading at [dateline.corpus.read.Delivery], which walks what a run is given and recognises
/// each file by its content. A reader turns one file into [readings][dateline.corpus.read.Reading]:
/// an article that was accepted, or a piece that was rejected with its place and a reason in plain
/// words.
///
/// Never: throws on bad content, holds a whole file in memory, guesses what a file does not say, or
/// fetches an address that an article mentions. All limits are named constants.
@NullMarked
package dateline.corpus.read;

import org.jspecify.annotations.NullMarked;
