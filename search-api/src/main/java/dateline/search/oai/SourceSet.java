package dateline.search.oai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// How the articles of one source are called as a set: `source:` and its name, where each byte of
/// UTF-8 that the protocol does not allow there stands as `~` and two digits.
final class SourceSet {
  /// All articles that have a source.
  static final String ALL = "source";

  private static final String PREFIX = ALL + ":";
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!*'()";
  private static final Pattern FORM = Pattern.compile("(?:[A-Za-z0-9\\-_.!*'()]|~[0-9a-f]{2})+");

  private SourceSet() {}

  static String of(String source) {
    var name = new StringBuilder(PREFIX);
    for (byte one : source.getBytes(UTF_8)) {
      if (PLAIN.indexOf(one) >= 0) {
        name.append((char) one);
      } else {
        name.append('~').append(HexFormat.of().toHexDigits(one));
      }
    }
    return name.toString();
  }

  /// The source that a set is of; empty for the set of all that have one.
  static String source(String set) throws OaiProblem {
    if (set.equals(ALL)) {
      return "";
    }
    String name = set.startsWith(PREFIX) ? set.substring(PREFIX.length()) : "";
    if (!FORM.matcher(name).matches()) {
      throw OaiProblem.badArgument("'" + set + "' is no set here; ListSets names them.");
    }
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '~') {
        bytes.write(HexFormat.fromHexDigits(name, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(name.charAt(i));
      }
    }
    return bytes.toString(UTF_8);
  }
}
