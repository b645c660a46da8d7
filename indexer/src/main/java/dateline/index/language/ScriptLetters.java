package dateline.index.language;

/// Tells apart languages of one script by letters that only some of them have.
final class ScriptLetters {
  /// Fewer may stand in a foreign name.
  private static final double PART_MIN = 0.005;

  private static final ScriptLetters CYRILLIC =
      new ScriptLetters(
          0x400, "ўЎ", "әғқңұһӘҒҚҢҰҺ", "іїєґІЇЄҐ", "ѓќѕЃЌЅ", "јљњћђџЈЉЊЋЂЏ", "ыэёЫЭЁ", "ъЪ");

  private static final ScriptLetters ARABIC = new ScriptLetters(0x600, "ٹڈڑںےہ", "ټډړښځ", "پچژگیک");

  private final int start;
  private final byte[] groupOf = new byte[0x100];
  private final int groups;

  /// @param start of the block of the script, which has 256 code points
  /// @param letters of each group, the most telling first
  private ScriptLetters(int start, String... letters) {
    this.start = start;
    this.groups = letters.length;
    for (int group = 0; group < groups; group++) {
      for (char letter : letters[group].toCharArray()) {
        groupOf[letter - start] = (byte) (group + 1);
      }
    }
  }

  static String cyrillic(String text) {
    return switch (CYRILLIC.first(text)) {
      case 1 -> "be";
      case 2 -> "kk";
      case 3 -> "uk";
      case 4 -> "mk";
      case 5 -> "sr";
      case 7 -> "bg";
      default -> "ru";
    };
  }

  static String arabic(String text) {
    return switch (ARABIC.first(text)) {
      case 1 -> "ur";
      case 2 -> "ps";
      case 3 -> "fa";
      default -> "ar";
    };
  }

  /// The first group, from 1, of which a text holds enough letters; 0 for none.
  private int first(String text) {
    int[] counts = new int[groups + 1];
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      int place = text.charAt(i) - start;
      if (place >= 0 && place < groupOf.length) {
        counts[groupOf[place]]++;
        all++;
      }
    }
    for (int group = 1; group <= groups; group++) {
      if (counts[group] > 0 && counts[group] >= PART_MIN * all) {
        return group;
      }
    }
    return 0;
  }
}
