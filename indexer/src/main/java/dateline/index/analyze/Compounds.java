package dateline.index.analyze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compounds of two words that newspapers write closed, open or with a hyphen. The list is
/// `compounds.txt`, one compound a line with a hyphen between its parts.
final class Compounds {
  record Parts(String first, String second) {}

  private final Map<String, Parts> byJoined = new HashMap<>();
  private final Set<String> firstParts = new HashSet<>();

  static Compounds shipped() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Compounds.class.getResourceAsStream("compounds.txt")),
                StandardCharsets.UTF_8))) {
      var compounds = new Compounds();
      for (String line; (line = lines.readLine()) != null; ) {
        int hyphen = line.indexOf('-');
        if (hyphen > 0 && !line.startsWith("#")) {
          compounds.add(line.substring(0, hyphen), line.substring(hyphen + 1).strip());
        }
      }
      return compounds;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read compounds.txt of this build", e);
    }
  }

  @Nullable Parts partsOf(String joined) {
    return byJoined.get(joined);
  }

  boolean isFirstPart(String word) {
    return firstParts.contains(word);
  }

  /// The closed form of two neighbouring words; null when they are no compound.
  @Nullable String joined(String first, String second) {
    String joined = first + second;
    Parts parts = byJoined.get(joined);
    return parts != null && parts.first().equals(first) ? joined : null;
  }

  /// Adds a compound and its plural: what is a plural of no word is in no text either.
  private void add(String first, String second) {
    firstParts.add(first);
    byJoined.put(first + second, new Parts(first, second));
    byJoined.put(first + second + "s", new Parts(first, second + "s"));
  }
}
