package dateline.cli;

import dateline.corpus.NearestName;
import dateline.index.IndexRun.RunInProgress;
import dateline.index.RunLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `dateline` command: reads the words after it and hands on to the command they name.
@Command(
    name = "dateline",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Search for news archives: index articles, then search them by words, people, places and issues.",
    subcommands = {
      DemoCommand.class,
      IndexCommand.class,
      ServeCommand.class,
      SearchCommand.class,
      CountCommand.class,
      ExportCommand.class,
      ExplainCommand.class,
      McpCommand.class,
      ParseCommand.class,
      AnalyzeCommand.class,
      EvalCommand.class,
      AnnotateCommand.class,
      TrainCommand.class,
      EntityCommand.class,
      StatusCommand.class,
      VerifyCommand.class,
      PromoteCommand.class,
      RollbackCommand.class,
      WithdrawCommand.class,
      QuarantineCommand.class,
      KeysCommand.class,
      SnapshotCommand.class,
      AlertsCommand.class,
      DoctorCommand.class,
      BenchCommand.class,
      CompletionCommand.class,
      ManualCommand.class,
      CommandLine.HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  dateline demo                                     try it on the sample archive",
      "  dateline index --source news/ --index archive/    index a folder of articles",
      "  dateline serve --index archive/                   search it at http://127.0.0.1:8080/",
      "",
      "dateline help COMMAND tells more about one command.",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with records in quarantine,",
      "4 refused by the judge, 75 another run holds the archive, 78 no JDK 25.",
      "",
      "Options can also be set in /etc/dateline/dateline.conf, or in the file that DATELINE_CONFIG names,",
      "and in variables such as DATELINE_INDEX; what is typed comes first, then the environment."
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;
  private final Configuration configuration;

  /// Lucene asks for a module that would print a warning of its own at every start.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  Main(Configuration configuration) {
    this.configuration = configuration;
  }

  Configuration configuration() {
    return configuration;
  }

  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    if (System.getProperty("dateline.log") == null) {
      boolean isServer = arguments.length > 0 && arguments[0].equals("serve");
      System.setProperty(
          "dateline.log", isServer ? "INFO" : "WARN"); // before the first logger is made
    }
    System.exit(
        run(
            Configuration.ofThisMachine(),
            arguments,
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  /// Runs one command line.
  ///
  /// @return the exit code
  static int run(
      Configuration configuration, String[] arguments, PrintWriter out, PrintWriter err) {
    var main = new Main(configuration);
    return new CommandLine(main)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(int.class, Main::number)
        .registerConverter(Integer.class, Main::number)
        .registerConverter(URI.class, Main::address)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setAbbreviatedOptionsAllowed(false)
        .setDefaultValueProvider(new ConfiguredDefaults(configuration))
        .setExecutionStrategy(main::start)
        .setExecutionExceptionHandler(Main::explain)
        .setParameterExceptionHandler((wrong, words) ->
            wrong instanceof MissingParameterException && !configuration.problems().isEmpty()
                ? main.refuse(wrong.getCommandLine())
                : refuse(wrong, words))
        .execute(arguments);
  }

  /// Runs the command unless the configuration has problems. Help and what looks into problems do
  /// not depend on it.
  private int start(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult last = parsed;
    boolean isForHelp = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    while (last.hasSubcommand()) {
      last = last.subcommand();
      isForHelp |= last.isUsageHelpRequested() || last.isVersionHelpRequested();
    }
    boolean isReady =
        configuration.problems().isEmpty()
            || isForHelp
            || isWithoutConfiguration(last.commandSpec().userObject());
    if (!isReady) {
      return refuse(last.commandSpec().commandLine());
    }
    parsed.commandSpec().commandLine().setDefaultValueProvider(null); // help tells what is built in
    return new CommandLine.RunLast().execute(parsed);
  }

  private static boolean isWithoutConfiguration(Object command) {
    return command instanceof DoctorCommand
        || command instanceof CompletionCommand
        || command instanceof ManualCommand
        || command instanceof CommandLine.HelpCommand;
  }

  private int refuse(CommandLine command) {
    configuration.problems().forEach(problem -> command.getErr().println("dateline: " + problem));
    return ExitCode.USAGE;
  }

  private static Integer number(String typed) {
    try {
      return Integer.valueOf(typed);
    } catch (NumberFormatException _) { // picocli names the option
      throw new CommandLine.TypeConversionException("'" + typed + "' is not a whole number");
    }
  }

  private static URI address(String typed) {
    try {
      return new URI(typed);
    } catch (URISyntaxException _) { // picocli names the option
      throw new CommandLine.TypeConversionException(
          "'" + typed + "' is no web address; write it as https://news.example.org");
    }
  }

  /// Tells the version of this build.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Dateline " + (version == null ? "(built from source)" : version)};
    }
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "name a command");
    }
  }

  /// Says in plain words what went wrong; only a bug shows where in the program it was.
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    return switch (failure) {
      case RunInProgress held -> {
        err.println("dateline: " + held.getMessage());
        yield ExitCode.LOCKED;
      }
      case RunLock.Held held -> {
        err.println("dateline: " + held.getMessage());
        yield ExitCode.LOCKED;
      }
      case IOException known -> {
        err.println("dateline: " + Words.of(known));
        yield ExitCode.FAILED;
      }
      default -> {
        err.println("dateline: this is a bug in Dateline: " + failure);
        if (System.getenv("DATELINE_DEBUG") != null) {
          failure.printStackTrace(err);
        } else {
          err.println(
              "Set DATELINE_DEBUG=1 to see where it happened, and report it with that output.");
        }
        yield ExitCode.FAILED;
      }
    };
  }

  private static int refuse(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    Optional<String> unknown = unknownOption(wrong, command, arguments);
    if (unknown.isPresent() && isElsewhere(unknown.get(), command)) {
      err.printf(
          "%s: there is no option '%s'. The demo has its own archive; see dateline help %s.%n",
          name, unknown.get(), DemoCommand.ELSEWHERE.get(unknown.get()));
    } else if (unknown.isPresent()) {
      err.println(name + ": " + refusal("option", unknown.get(), options(command)));
    } else if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      Set<String> commands = command.getSubcommands().keySet();
      err.println(
          name
              + ": "
              + refusal(commands.isEmpty() ? "argument" : "command", word, commands)
              + (options(command).contains("--source") ? " Name files by --source." : ""));
    } else {
      err.println(name + ": " + wrong.getMessage());
    }
    err.println("Try '" + name + " --help'.");
    return ExitCode.USAGE;
  }

  private static boolean isElsewhere(String option, CommandLine command) {
    return command.getCommand() instanceof DemoCommand && DemoCommand.ELSEWHERE.containsKey(option);
  }

  /// The option that nobody offers. Where a required one is missing too, this is likely the same,
  /// misspelt. Options behind a word that is no command may belong to the one meant.
  private static Optional<String> unknownOption(
      ParameterException wrong, CommandLine command, String[] arguments) {
    List<String> words =
        switch (wrong) {
          case UnmatchedArgumentException unmatched
              when !command.getSubcommands().isEmpty()
                  && !unmatched.getUnmatched().getFirst().startsWith("-") ->
              List.of();
          case UnmatchedArgumentException unmatched -> unmatched.getUnmatched();
          case MissingParameterException _
              when command.getCommandSpec().unmatchedArgsBindings().isEmpty() ->
              List.of(arguments);
          default -> List.of();
        };
    return words.stream()
        .filter(word -> word.startsWith("-"))
        .map(word -> word.split("=", 2)[0])
        .filter(option -> !options(command).contains(option))
        .findFirst();
  }

  private static Set<String> options(CommandLine command) {
    return command.getCommandSpec().optionsMap().keySet();
  }

  private static String refusal(String kind, String word, Set<String> offered) {
    return "there is no %s '%s'.%s"
        .formatted(
            kind,
            word,
            NearestName.of(word, offered).map(near -> " Did you mean '" + near + "'?").orElse(""));
  }
}
