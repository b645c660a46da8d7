package dateline.search.engine;

import java.util.Map;

/// One rule by which hits are ordered, in words and numbers.
///
/// @param text sentences in English
/// @param weights the numbers in the rule by their names, in order
public record RankingRule(String text, Map<String, String> weights) {}
