package dateline.search.lucene;

/// How unlikely it is that somebody who meant one word typed another, in nats.
///
/// A noisy channel, as in Kernighan, Church and Gale, _A Spelling Correction Program Based on a
/// Noisy Channel Model_, 1990: the four kinds of slip are taken to be equally frequent, and each
/// kind shares its frequency among all the slips of that kind which the word allows. So a letter
/// that was left out or changed places tells more than one that was added or is another one, of
/// which there are 26 ways in each place; fewer where keys lie side by side, where a letter is
/// doubled, or where vowels are confused.
final class SlipCost {
  /// Some one word in 55 is mistyped at all.
  static final double SLIP = 4;

  /// ln 26, any of all letters.
  private static final double ANY_LETTER = 3.3;

  /// One of some seven keys around, or of the other vowels.
  private static final double NEAR_LETTER = 1.9;

  /// Pressing a key twice, or once where twice was meant, is the most frequent slip of its kind.
  private static final double DOUBLED = 0.7;

  /// The first letter is wrong in a twelfth of mistyped words that are some seven letters long:
  /// Pollock and Zamora, _Automatic Spelling Correction in Scientific and Scholarly Text_, 1984.
  private static final double FIRST_LETTER = 1.5;

  private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  private static final String VOWELS = "aeiouy";

  private final String meant;
  private final String typed;

  private SlipCost(String meant, String typed) {
    this.meant = meant;
    this.typed = typed;
  }

  /// The cost of the cheapest slips that lead from the one to the other; both in small letters.
  static double of(String meant, String typed) {
    return new SlipCost(meant, typed).cheapest();
  }

  /// By optimal string alignment: no letter takes part in two slips.
  private double cheapest() {
    double[][] costs = new double[meant.length() + 1][typed.length() + 1];
    for (int i = 0; i <= meant.length(); i++) {
      for (int j = 0; j <= typed.length(); j++) {
        costs[i][j] = i + j == 0 ? 0 : Double.MAX_VALUE;
        if (i > 0) {
          costs[i][j] = Math.min(costs[i][j], costs[i - 1][j] + leftOut(i - 1));
        }
        if (j > 0) {
          costs[i][j] = Math.min(costs[i][j], costs[i][j - 1] + added(j - 1));
        }
        if (i > 0 && j > 0) {
          costs[i][j] = Math.min(costs[i][j], costs[i - 1][j - 1] + other(i - 1, j - 1));
        }
        if (i > 1 && j > 1 && isExchanged(i, j)) {
          costs[i][j] = Math.min(costs[i][j], costs[i - 2][j - 2] + SLIP + first(i - 2));
        }
      }
    }
    return costs[meant.length()][typed.length()];
  }

  private boolean isExchanged(int i, int j) {
    return meant.charAt(i - 1) == typed.charAt(j - 2) && meant.charAt(i - 2) == typed.charAt(j - 1);
  }

  private double leftOut(int i) {
    boolean isDouble = i > 0 && meant.charAt(i) == meant.charAt(i - 1);
    return SLIP - (isDouble ? DOUBLED : 0) + first(i);
  }

  private double added(int j) {
    char letter = typed.charAt(j);
    boolean isDouble = j > 0 && letter == typed.charAt(j - 1);
    boolean isNear =
        (j > 0 && areNear(letter, typed.charAt(j - 1)))
            || (j + 1 < typed.length() && areNear(letter, typed.charAt(j + 1)));
    return SLIP + (isDouble ? DOUBLED : isNear ? NEAR_LETTER : ANY_LETTER) + first(j);
  }

  private double other(int i, int j) {
    char wanted = meant.charAt(i);
    char letter = typed.charAt(j);
    if (wanted == letter) {
      return 0;
    }
    boolean isNear =
        areNear(wanted, letter) || (VOWELS.indexOf(wanted) >= 0 && VOWELS.indexOf(letter) >= 0);
    return SLIP + (isNear ? NEAR_LETTER : ANY_LETTER) + first(i);
  }

  private static double first(int index) {
    return index == 0 ? FIRST_LETTER : 0;
  }

  /// Whether two keys lie side by side on an English keyboard, in a row or in neighbouring ones.
  private static boolean areNear(char one, char other) {
    for (int row = 0; row < KEYS.length; row++) {
      int column = KEYS[row].indexOf(one);
      for (int near = Math.max(0, row - 1); column >= 0 && near < KEYS.length; near++) {
        int beside = KEYS[near].indexOf(other);
        if (near <= row + 1 && beside >= 0) {
          int shift = beside - column;
          // each row lies half a key to the right of the one above
          return near == row
              ? Math.abs(shift) == 1
              : near > row ? shift == 0 || shift == -1 : shift == 0 || shift == 1;
        }
      }
    }
    return false;
  }
}
