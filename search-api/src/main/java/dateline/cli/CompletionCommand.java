package dateline.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "completion",
    description = {
      "Print a script by which a shell completes commands and options.",
      "",
      "The .deb brings both scripts to where the shells look for them."
    },
    footer = {
      "",
      "Examples:",
      "  source <(dateline completion bash)                            for this shell",
      "  dateline completion zsh > ~/.zsh/completions/_dateline        in a folder of fpath"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell = Shell.bash;

  /// Names as they are typed.
  enum Shell {
    bash,
    zsh
  }

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).root().commandLine();
    String script = AutoComplete.bash("dateline", command);
    PrintWriter out = command.getOut();
    out.print(
        switch (shell) {
          case bash -> script;
          case zsh -> autoloaded(script);
        });
    out.flush();
    return ExitCode.DONE;
  }

  /// A file `_dateline` of `fpath`: zsh runs it at the first completion, and what it defines at
  /// every later one. What picocli sets for zsh would change completions of other programs, and its
  /// alias does not reach into a file that zsh loads by itself.
  private static String autoloaded(String script) {
    String ours =
        script.replace("  setopt COMPLETE_ALIASES\n", "").replace("  alias compopt=complete\n", "");
    return "#compdef dateline\n(( $+functions[compopt] )) || compopt() { : }\n"
        + ours
        + "\n_bash_complete -o default -F _complete_dateline\n";
  }
}
