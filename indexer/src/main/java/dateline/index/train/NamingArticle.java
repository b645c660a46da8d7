package dateline.index.train;

import java.util.Map;
import java.util.Set;

/// An article to learn places from.
///
/// @param evidence by country that it names
/// @param words of its text
/// @param wanted countries that people say it is about, also such as it does not name
record NamingArticle(
    Map<String, Map<String, Float>> evidence, Map<String, Float> words, Set<String> wanted) {}
