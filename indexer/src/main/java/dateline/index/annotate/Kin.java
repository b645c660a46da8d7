package dateline.index.annotate;

import dateline.corpus.gazetteer.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what stands before the name of a relative, as in _Clinton and his wife, Hillary Rodham
/// Clinton_.
final class Kin {
  /// Relatives and friends of either sex.
  private static final Set<String> OTHERS = Set.of("cousin", "twin", "friend");

  private static final int TOKENS_MAX = 4;
  private static final Set<String> POSSESSIVES = Set.of("his", "her", "their", "'s");
  private static final Set<String> WOMEN =
      Set.of(
          "wife",
          "daughter",
          "daughters",
          "sister",
          "sisters",
          "mother",
          "mom",
          "aunt",
          "niece",
          "widow",
          "granddaughter",
          "grandmother",
          "fiancee",
          "girlfriend");
  private static final Set<String> MEN =
      Set.of(
          "husband",
          "son",
          "sons",
          "brother",
          "brothers",
          "father",
          "dad",
          "uncle",
          "nephew",
          "widower",
          "grandson",
          "grandfather",
          "fiance",
          "boyfriend",
          "stepson",
          "stepfather");

  private Kin() {}

  /// All words before the name of a relative.
  static List<String> words() {
    return Stream.of(WOMEN, MEN, OTHERS).flatMap(Set::stream).toList();
  }

  static boolean isOf(Span name) {
    return word(name) >= 0;
  }

  static Role.Gender gender(Span name) {
    String word = name.tokens().text(word(name));
    return WOMEN.contains(word)
        ? Role.Gender.FEMALE
        : MEN.contains(word) ? Role.Gender.MALE : Role.Gender.ANY;
  }

  /// The token that says how the person is related; -1 for none.
  private static int word(Span name) {
    Tokens tokens = name.tokens();
    int kin = tokens.is(name.start() - 1, ',') ? name.start() - 2 : name.start() - 1;
    if (kin < 1 || (tokens.lowerTraits[kin] & Traits.KIN) == 0) {
      return -1;
    }
    for (int i = kin - 1; i >= Math.max(0, kin - TOKENS_MAX) && tokens.isJoined(i + 1); i--) {
      if (POSSESSIVES.contains(tokens.text(i).replace('\u2019', '\''))) {
        return kin;
      }
    }
    return -1;
  }
}
