package dateline.cli;

import dateline.corpus.NearestName;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What commands are told before any option is typed: by the environment, and below it by a file.
///
/// The file is the one that `DATELINE_CONFIG` names, else `/etc/dateline/dateline.conf` where there
/// is one; an empty `DATELINE_CONFIG` means none. [ConfigFile] has its format.
///
/// @param file the file that was read or looked for; null for none
/// @param values only of keys that were set; more than one only where a key may repeat
/// @param problems what stops a start, one sentence each; empty when all is well
record Configuration(
    @Nullable Path file, Map<ConfigKey, List<String>> values, List<String> problems) {
  static final Path SYSTEM_FILE = Path.of("/etc/dateline/dateline.conf");
  static final Configuration NONE = new Configuration(null, Map.of(), List.of());

  /// Keys of older versions that this one does not know, each with what takes its place, as in
  /// `"threads", "write workers instead"`. None was removed so far.
  static final Map<String, String> REMOVED = Map.of();

  private static final String FILE_VARIABLE = ConfigKey.VARIABLES + "CONFIG";

  Configuration {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  static Configuration ofThisMachine() {
    return read(System.getenv(), SYSTEM_FILE, REMOVED);
  }

  /// @param systemFile is read where it is there and the environment names no other
  static Configuration read(
      Map<String, String> environment, Path systemFile, Map<String, String> removed) {
    var values = new EnumMap<ConfigKey, List<String>>(ConfigKey.class);
    var problems = new ArrayList<String>();
    Path file = file(environment.get(FILE_VARIABLE), systemFile);
    if (file != null) {
      ConfigFile content = content(file, removed);
      values.putAll(content.values());
      problems.addAll(content.problems());
    }
    new TreeMap<>(environment)
        .forEach((name, value) -> readVariable(name, value, values, problems));
    return new Configuration(file, values, problems);
  }

  private static @Nullable Path file(@Nullable String named, Path systemFile) {
    if (named == null) {
      return Files.exists(systemFile) ? systemFile : null;
    }
    return named.isEmpty() ? null : Path.of(named);
  }

  private static ConfigFile content(Path file, Map<String, String> removed) {
    try {
      return ConfigFile.of(file.toString(), Files.readAllLines(file), removed);
    } catch (CharacterCodingException _) { // told
      return ConfigFile.unreadable(file + ": the file is not UTF-8. Save it as UTF-8.");
    } catch (IOException e) {
      return ConfigFile.unreadable(
          "cannot read the configuration "
              + file
              + ": "
              + (Files.isDirectory(file) ? "it is a folder." : Words.of(e))
              + " Name another file in "
              + FILE_VARIABLE
              + ", or none.");
    }
  }

  /// An empty variable counts as none, as it does elsewhere. One that is called nearly like one of
  /// ours is a slip; any other belongs to somebody else.
  private static void readVariable(
      String name, String value, Map<ConfigKey, List<String>> values, List<String> problems) {
    if (!name.startsWith(ConfigKey.VARIABLES) || value.isEmpty()) {
      return;
    }
    Optional<ConfigKey> key =
        Arrays.stream(ConfigKey.values()).filter(each -> each.variable().equals(name)).findFirst();
    if (key.isEmpty()) {
      String word =
          name.substring(ConfigKey.VARIABLES.length()).toLowerCase(Locale.ROOT).replace('_', '-');
      NearestName.of(word, ConfigKey.words())
          .flatMap(ConfigKey::of)
          .ifPresent(near ->
              problems.add(
                  "the environment has " + name + ". Did you mean " + near.variable() + "?"));
      return;
    }
    List<String> given =
        key.get().mayRepeat() ? List.of(value.split(key.get().separator())) : List.of(value);
    for (String each : given) {
      key.get().fault(each).ifPresent(fault -> problems.add(name + ": " + fault + "."));
    }
    values.put(key.get(), given);
  }
}
