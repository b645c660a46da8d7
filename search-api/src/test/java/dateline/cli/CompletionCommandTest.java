package dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.InstalledTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What shells propose, asked of the shells themselves.
final class CompletionCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          se                   | serve search
          st                   | status
          entity re            | rename
          serve --p            | --port --public-url --publish-due
          index --id           | --id-prefix
          search --format      | table json
          search --format j    | json
          completion           | bash zsh
          doctor --i           | --index
          """)
  void bashProposes(String typed, String proposals) throws Exception {
    Path script = write("bash");
    boolean isBehindOption = typed.endsWith("--format") || typed.equals("completion");
    String words = "dateline " + typed + (isBehindOption ? " ''" : "");

    String told =
        run(
            InstalledTool.named("bash"),
            """
            source %s
            COMP_WORDS=(%s)
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            [[ $(complete -p dateline) == *'-F _complete_dateline'* ]] || exit 1
            compopt() { :; }  # works only while bash itself completes
            _complete_dateline
            printf '%%s\\n' "${COMPREPLY[@]}"
            """
                .formatted(script, words));

    assertEquals(
        List.of(proposals.split(" ")).stream().sorted().toList(),
        told.lines().map(String::strip).distinct().sorted().toList());
  }

  /// Types on a terminal of zsh's own, with nothing but what zsh brings and the file in `fpath`.
  @Test
  void zshCompletes() throws Exception {
    Files.move(write("zsh"), folder.resolve("_dateline"));

    String told =
        run(
            InstalledTool.named("zsh"),
            """
            zmodload zsh/zpty
            zpty -b z "TERM=dumb zsh -f -i"
            zpty -w z "PS1=; fpath=(%s \\$fpath); autoload -U compinit; compinit -u -d %1$s/dump; print READ''Y"
            zpty -r -m z line '*READY*' || exit 1
            zpty -w -n z $'dateline doc\\t'
            zpty -r -m z line '*dateline doctor*' || exit 2
            zpty -w -n z $'--ind\\t'
            zpty -r -m z line '*--index*' || exit 3
            print COMPLETED
            zpty -d z
            """
                .formatted(folder));

    assertEquals("COMPLETED\n", told);
  }

  @Test
  void anotherShellIsRefused() {
    assertEquals(
        "dateline completion: Invalid value for positional parameter at index 0 (SHELL): expected one"
            + " of [bash, zsh] (case-insensitive) but was 'fish'\nTry 'dateline completion --help'.\n",
        Told.by("completion", "fish").ended(2).err());
  }

  /// A login shell must start, however the configuration looks.
  @Test
  void doesNotNeedTheConfiguration() {
    var broken = new Configuration(null, java.util.Map.of(), List.of("a.conf:1: wrong."));

    assertEquals(Told.by("completion", "bash"), Told.by(broken, "completion", "bash"));
  }

  private Path write(String shell) throws IOException {
    return Files.writeString(
        folder.resolve(shell + "-script"), Told.by("completion", shell).ended(0).out());
  }

  /// A shell that waits for what never comes is ended.
  private static String run(Path shell, String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                InstalledTool.named("timeout").toString(), "60", shell.toString(), "-c", script)
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return told;
  }
}
