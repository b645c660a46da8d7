package dateline.search.page;

import dateline.search.engine.RankingRule;
import java.util.List;

/// The page that tells how hits are ordered.
public record RankingView(Frame frame, List<RankingRule> rules) {}
