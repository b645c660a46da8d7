package dateline.cli;

import dateline.corpus.NearestName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a configuration file says.
///
/// Format: UTF-8, one `key = value` a line, spaces around both are nothing. Blank lines and lines
/// that begin with `#` are skipped; a comment needs a line of its own. Values are taken as they
/// stand, without quotation marks. [ConfigKey] lists the keys. Paths are full paths. A key stands
/// once, `source` as often as there are sources.
///
/// @param values only of keys that are set
/// @param problems what is wrong, one sentence each with its line
record ConfigFile(Map<ConfigKey, List<String>> values, List<String> problems) {
  /// Somebody meant it to be skipped.
  private static final Pattern COMMENT_BEHIND = Pattern.compile("\\s#");

  static ConfigFile unreadable(String problem) {
    return new ConfigFile(Map.of(), List.of(problem));
  }

  /// @param name what problems call the file
  /// @param removed keys of older versions, each with what takes its place
  static ConfigFile of(String name, List<String> lines, Map<String, String> removed) {
    var values = new EnumMap<ConfigKey, List<String>>(ConfigKey.class);
    var problems = new ArrayList<String>();
    var firstLines = new EnumMap<ConfigKey, Integer>(ConfigKey.class);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int number = i + 1;
      fault(line, number, removed, values, firstLines)
          .map(fault -> fault.endsWith("?") ? fault : fault + ".")
          .ifPresent(fault -> problems.add(name + ":" + number + ": " + fault));
    }
    return new ConfigFile(values, problems);
  }

  /// Takes in one line.
  ///
  /// @return what is wrong with it
  private static Optional<String> fault(
      String line,
      int number,
      Map<String, String> removed,
      Map<ConfigKey, List<String>> values,
      Map<ConfigKey, Integer> firstLines) {
    int sign = line.indexOf('=');
    if (sign < 0) {
      return Optional.of("'" + line + "' is no setting; write it as key = value");
    }
    String word = line.substring(0, sign).strip();
    String value = line.substring(sign + 1).strip();
    Optional<ConfigKey> known = ConfigKey.of(word);
    if (known.isEmpty()) {
      return Optional.of(unknown(word, removed));
    }
    ConfigKey key = known.get();
    Integer first = firstLines.putIfAbsent(key, number);
    if (first != null && !key.mayRepeat()) {
      return Optional.of("'" + word + "' stands in line " + first + " already; remove one of them");
    }
    if (value.isEmpty()) {
      return Optional.of("'" + word + "' has no value; write one, or remove the line");
    }
    if (COMMENT_BEHIND.matcher(value).find()) {
      return Optional.of(
          "the value of '" + word + "' holds a #; give the comment a line of its own");
    }
    values.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    return key.fault(value).map(fault -> word + ": " + fault);
  }

  private static String unknown(String word, Map<String, String> removed) {
    String instead = removed.get(word);
    if (instead != null) {
      return "the key '" + word + "' was removed; " + instead;
    }
    return "there is no key '"
        + word
        + "'"
        + NearestName.of(word, ConfigKey.words())
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("; the keys are " + String.join(", ", ConfigKey.words()));
  }
}
