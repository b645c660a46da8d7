package dateline.index.train;

import java.util.Map;
import java.util.Set;

/// One text to learn from: what it shows, and which labels people gave it.
record Example(Map<String, Float> features, Set<String> labels) {}
