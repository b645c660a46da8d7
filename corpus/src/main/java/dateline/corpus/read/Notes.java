package dateline.corpus.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is noted of one record while it is read: warnings, repaired characters, and the details
/// that an article keeps.
final class Notes {
  /// Characters of one value in the details; a longer one is cut, with a warning.
  static final int DETAIL_LENGTH_MAX = 4000;

  /// Fields in the details of one article; further ones are dropped, with a warning.
  static final int DETAILS_MAX = 200;

  private final List<String> warnings = new ArrayList<>();
  private final Map<String, String> details = new TreeMap<>();
  private int charactersRepaired;

  void warn(String warning) {
    warnings.add(warning);
  }

  CleanText clean(String raw) {
    return counted(CleanText.of(raw));
  }

  /// Every character stays where it is.
  String cleanInPlace(String raw) {
    return counted(CleanText.inPlace(raw)).text();
  }

  private CleanText counted(CleanText clean) {
    charactersRepaired += clean.repairs();
    return clean;
  }

  void keep(String name, String value) {
    if (details.size() == DETAILS_MAX) {
      warn("more than " + DETAILS_MAX + " further fields; \"" + name + "\" is not kept");
      return;
    }
    String text = clean(value).text();
    if (text.length() > DETAIL_LENGTH_MAX) {
      warn("the field \"" + name + "\" is kept up to " + DETAIL_LENGTH_MAX + " characters");
      text = CleanText.of(text.substring(0, DETAIL_LENGTH_MAX)).text();
    }
    details.put(name, text);
  }

  Map<String, String> details() {
    return details;
  }

  List<String> warnings() {
    var all = new ArrayList<>(warnings);
    if (charactersRepaired > 0) {
      all.add("control or broken characters removed: " + charactersRepaired);
    }
    return all;
  }
}
