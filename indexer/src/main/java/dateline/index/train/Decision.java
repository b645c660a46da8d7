package dateline.index.train;

/// What a model that had not seen an article says of a country.
///
/// @param sum how much speaks for it; negative infinity where the article does not name it
/// @param isWanted whether people say that the article is about it
record Decision(String country, double sum, boolean isWanted) {}
