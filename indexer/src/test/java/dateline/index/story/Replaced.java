package dateline.index.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What stands in one text in the place of what stands in another, by a longest common subsequence
/// of their words.
///
/// @param here empty where the other text has more
/// @param there empty where the one text has more
record Replaced(String here, String there) {
  /// Blanks, with the punctuation around them.
  private static final Pattern BETWEEN = Pattern.compile("\\P{Alnum}*\\s+\\P{Alnum}*");

  private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
  private static final Pattern FIGURE = Pattern.compile("\\d");
  private static final int WORDS_SHOWN = 12;

  static List<Replaced> of(String one, String other) {
    String[] here = words(one);
    String[] there = words(other);
    int[][] common = new int[here.length + 1][there.length + 1];
    for (int i = here.length - 1; i >= 0; i--) {
      for (int j = there.length - 1; j >= 0; j--) {
        common[i][j] =
            here[i].equals(there[j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var replaced = new ArrayList<Replaced>();
    var onlyHere = new ArrayList<String>();
    var onlyThere = new ArrayList<String>();
    int i = 0;
    int j = 0;
    while (i < here.length || j < there.length) {
      boolean isSame = i < here.length && j < there.length && here[i].equals(there[j]);
      if (isSame) {
        add(replaced, onlyHere, onlyThere);
        i++;
        j++;
      } else if (j == there.length || (i < here.length && common[i + 1][j] >= common[i][j + 1])) {
        onlyHere.add(here[i++]);
      } else {
        onlyThere.add(there[j++]);
      }
    }
    add(replaced, onlyHere, onlyThere);
    return replaced;
  }

  /// Whether figures stand in the place of as many other ones; `1,400` is no other than `1.400`.
  boolean isOtherFigure() {
    return here.split(" ").length == there.split(" ").length
        && FIGURE.matcher(here).find()
        && FIGURE.matcher(there).find()
        && !digits(here).equals(digits(there));
  }

  private static String digits(String text) {
    return NO_DIGITS.matcher(text).replaceAll("");
  }

  @Override
  public String toString() {
    return "[" + shown(here) + " | " + shown(there) + "]";
  }

  private static String shown(String text) {
    String[] words = text.split(" ");
    return words.length <= WORDS_SHOWN ? text : words.length + " words";
  }

  private static void add(List<Replaced> replaced, List<String> here, List<String> there) {
    if (!here.isEmpty() || !there.isEmpty()) {
      replaced.add(new Replaced(String.join(" ", here), String.join(" ", there)));
      here.clear();
      there.clear();
    }
  }

  private static String[] words(String text) {
    return text.isBlank() ? new String[0] : BETWEEN.split(text.strip().toLowerCase(Locale.ROOT));
  }
}
