package dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The files and folders that a command reads articles from.
final class SourcePaths {
  /// A path such as `http://…` has lost a slash.
  private static final Pattern ADDRESS = Pattern.compile("(?:https?|ftp|s3):/");

  @Option(
      names = "--source",
      paramLabel = "PATH",
      arity = "1..*",
      description = "File or folder to read; may be given more than once.")
  private List<String> given = List.of();

  /// @throws ParameterException when there is none, or one is empty
  /// @throws IOException when one is no path but an address
  List<Path> checked(CommandLine command) throws IOException {
    if (given.isEmpty()) {
      throw new ParameterException(command, "Missing required option: '--source=PATH'");
    }
    List<Path> paths =
        given.stream()
            .flatMap(each -> Arrays.stream(each.split(ConfiguredDefaults.SEPARATOR)))
            .map(Path::of)
            .toList();
    for (Path path : paths) {
      if (path.toString().isEmpty()) {
        throw new ParameterException(command, "--source is empty; name a file or folder");
      }
      if (ADDRESS.matcher(path.toString()).lookingAt()) {
        throw new IOException(
            "cannot read " + path + ": Dateline reads files. Fetch it first, then name the file.");
      }
    }
    return paths;
  }
}
