package dateline.index.analyze;

import java.util.Set;

/// Function words that plain words of a query drop, as long as a content word is left. The index
/// keeps them all.
///
/// A wide list at query time only was measured to be best on newswire and magazine queries.
public final class StopWords {
  private static final Set<String> ENGLISH =
      Set.of(
          """
          a about above after again against all also am an and any are as at be because been before being below \
          between both but by can could did do does doing down during each few for from further had has have having \
          he her here hers herself him himself his how i if in into is it its itself just may me might more most must \
          my myself no nor not now of off on once only or other our ours ourselves out over own per same shall she \
          should so some such than that the their theirs them themselves then there these they this those through to \
          too under until up upon us very via was we were what when where which while who whom whose why will with \
          would yet you your yours yourself yourselves\
          """
              .split(" "));

  private StopWords() {}

  /// @param word lower-cased and not stemmed
  public static boolean contains(String word) {
    return ENGLISH.contains(word);
  }
}
