package dateline.search.lucene;

import dateline.index.schema.Twin;

/// What an article tells, as far as two articles are compared by it.
///
/// @param number of the article in its generation
/// @param second of publication from 1970, or [HitOrder#UNDATED]
/// @param twin in whose terms the words are
/// @param words its rarest words, names among them
/// @param entities the people, places and organisations that it names, as kind and shown id
record Gist(
    int number, String id, long second, Twin twin, SparseWeights words, SparseWeights entities) {}
