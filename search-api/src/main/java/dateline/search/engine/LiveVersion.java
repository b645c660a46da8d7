package dateline.search.engine;

import dateline.corpus.ArticleId;

/// The version of an article that a generation holds.
///
/// @param version the store's number of it; no other version of any article has it
public record LiveVersion(ArticleId article, long version) {}
