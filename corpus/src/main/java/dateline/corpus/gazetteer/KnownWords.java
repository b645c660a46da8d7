package dateline.corpus.gazetteer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Every single word of the lists, of names as well as of small words, and what is made of small
/// words in a usual way: what is spelled like one of them is no slip of the pen. Case and accents
/// do not count. Immutable once made.
public final class KnownWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// What may stand behind a word that does not end in _s_.
  private static final List<String> ENDINGS =
      List.of(
          "s", "ed", "ing", "er", "ers", "or", "ors", "ly", "ness", "less", "ism", "ist", "ists",
          "like", "wide");

  private static final List<String> BEGINNINGS =
      List.of(
          "anti", "bio", "counter", "cyber", "inter", "micro", "mid", "multi", "non", "out", "over",
          "post", "pre", "pro", "re", "semi", "sub", "super", "ultra", "un", "under");

  /// Shorter words are found in too many slips.
  private static final int STEM_LENGTH_MIN = 5;

  private static final int PART_LENGTH_MIN = 4;
  private static final int LONGER_PART_LENGTH_MIN = 6;

  /// In order; arrays take a third of the memory of sets.
  private final String[] words;

  private final String[] smallWords;

  private KnownWords(Set<String> words, List<String> smallWords) {
    this.words = words.toArray(String[]::new);
    Arrays.sort(this.words);
    this.smallWords = smallWords.toArray(String[]::new);
    Arrays.sort(this.smallWords);
  }

  static KnownWords of(Gazetteer gazetteer) {
    var words = new HashSet<String>();
    gazetteer.smallWords().forEach(word -> add(word, words));
    gazetteer.organisationWords().forEach(word -> add(word, words));
    gazetteer.firstNames().forEach(name -> add(name.name(), words));
    gazetteer.familyNames().forEach(name -> add(name.name(), words));
    gazetteer
        .nicknames()
        .forEach(forms -> {
          add(forms.common(), words);
          forms.others().forEach(form -> add(form, words));
        });
    gazetteer.roles().forEach(role -> add(role.phrase(), words));
    gazetteer.places().forEach(place -> add(place.label(), words));
    gazetteer.placeNames().forEach(place -> add(place.name(), words));
    gazetteer
        .organisations()
        .forEach(organisation -> {
          add(organisation.label(), words);
          organisation.aliases().forEach(alias -> add(alias, words));
        });
    gazetteer.issues().forEach(issue -> add(issue.label(), words));
    return new KnownWords(words, gazetteer.smallWords());
  }

  public boolean contains(String word) {
    String folded = folded(word);
    return Arrays.binarySearch(words, folded) >= 0 || isMade(folded);
  }

  /// Whether a small word has a usual ending or beginning, or two of them stand together, as in
  /// _defectors_, _nonaligned_ and _healthcare_.
  private boolean isMade(String word) {
    for (int end = PART_LENGTH_MIN; end < word.length(); end++) {
      String first = word.substring(0, end);
      String rest = word.substring(end);
      boolean hasEnding = end >= STEM_LENGTH_MIN && !first.endsWith("s") && ENDINGS.contains(rest);
      boolean isTwoWords =
          rest.length() >= PART_LENGTH_MIN
              && Math.max(end, rest.length()) >= LONGER_PART_LENGTH_MIN
              && isSmall(rest);
      if ((hasEnding || isTwoWords) && isSmall(first)) {
        return true;
      }
    }
    return BEGINNINGS.stream()
        .anyMatch(beginning ->
            word.length() >= beginning.length() + STEM_LENGTH_MIN
                && word.startsWith(beginning)
                && isSmall(word.substring(beginning.length())));
  }

  private boolean isSmall(String word) {
    return Arrays.binarySearch(smallWords, word) >= 0;
  }

  private static void add(String text, Set<String> words) {
    String folded = folded(text);
    if (folded.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
      words.add(folded);
      return;
    }
    for (String word : BETWEEN.split(folded)) {
      words.add(word);
    }
  }

  private static String folded(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.chars().allMatch(letter -> letter < 128)
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }
}
