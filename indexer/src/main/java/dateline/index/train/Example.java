package dateline.index.train;

import java.util.Map;
import java.util.Set;

/// One thing to learn from: what it shows, and which labels people gave it.
///
/// @param group examples of one group fall into one fold
record Example(int group, Map<String, Float> features, Set<String> labels) {}
