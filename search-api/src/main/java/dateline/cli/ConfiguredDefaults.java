package dateline.cli;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Gives an option that nobody typed the value that the configuration has for it, in any command
/// that has the option. A configuration with problems gives none.
final class ConfiguredDefaults implements IDefaultValueProvider {
  /// Between the values of one option, since picocli takes one text for all. Neither a word of a
  /// command line nor a file's name can hold it.
  static final String SEPARATOR = "\0";

  private final Configuration configuration;

  ConfiguredDefaults(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !configuration.problems().isEmpty()) {
      return null;
    }
    CommandSpec command = option.command();
    return Arrays.stream(ConfigKey.values())
        .filter(key -> Arrays.asList(option.names()).contains(key.option()))
        .filter(key -> command == null || key.isFor(command.name()))
        .map(key -> configuration.values().getOrDefault(key, List.of()))
        .filter(values -> !values.isEmpty())
        .findFirst()
        .map(values -> String.join(SEPARATOR, values).replace("${", "$${")) // else a variable's
        .orElse(null);
  }
}
