package dateline.index.night;

import java.util.List;

/// How the live generation and the candidate answer one search of the panel.
///
/// @param search in canonical form
/// @param live ids of the best articles, best first
/// @param changed how many of the best live articles are replaced or gone in the candidate
/// @param isSameAnalysis whether all that this search looks at was built with the same versions of
///   schema, analyzers, gazetteer, models and learned names, so that only changed articles may make
///   a difference
public record PanelAnswer(
    String search,
    long liveTotal,
    long candidateTotal,
    List<String> live,
    List<String> candidate,
    int changed,
    boolean isSameAnalysis) {
  public PanelAnswer {
    live = List.copyOf(live);
    candidate = List.copyOf(candidate);
  }

  /// How many of the best live articles are among the best of the candidate.
  public int kept() {
    return (int) live.stream().filter(candidate::contains).count();
  }
}
