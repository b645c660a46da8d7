package dateline.corpus.store;

import dateline.corpus.Article;

/// One version of an article as the store keeps it.
///
/// @param sequence the store's own number of this version, rising, never used twice
public record StoredVersion(long sequence, Article article) {}
