package dateline.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Writes `dateline.1`: what `--help` of every command says, as one page in the language of `man`
/// (man(7) of groff and of mandoc).
final class ManualPage {
  /// Every command has them; the page tells of them once.
  private static final List<String> OF_ALL = List.of("--help", "--version");

  private final StringBuilder out = new StringBuilder();

  private ManualPage() {}

  static String of(CommandLine dateline) {
    var page = new ManualPage();
    CommandSpec spec = dateline.getCommandSpec();
    page.line(
        ".TH DATELINE 1 \"\" \""
            + escaped(String.join(" ", dateline.getCommandSpec().version()))
            + '"');
    page.line(".nh"); // a name cut in two cannot be copied
    page.line(".SH NAME");
    page.line("dateline \\- search a news archive by words, names and dates");
    page.line(".SH SYNOPSIS");
    page.synopsis(dateline);
    page.line(".SH DESCRIPTION");
    page.paragraphs(spec.usageMessage().description());
    page.options(spec, Set.of());
    page.line(".SH COMMANDS");
    page.commands(dateline);
    page.line(".SH NOTES");
    page.asTyped(spec.usageMessage().footer());
    return page.out.toString();
  }

  private void commands(CommandLine above) {
    // an alias is listed with the command that it stands for
    for (CommandLine command : new LinkedHashSet<>(above.getSubcommands().values())) {
      CommandSpec spec = command.getCommandSpec();
      if (spec.usageMessage().hidden()) {
        continue;
      }
      line(".SS " + escaped(spec.qualifiedName()));
      synopsis(command);
      line(".PP");
      paragraphs(spec.usageMessage().description());
      options(spec, Set.copyOf(OF_ALL));
      asTyped(spec.usageMessage().footer());
      commands(command);
    }
  }

  private void synopsis(CommandLine command) {
    var help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF));
    text(help.synopsis(0).strip().replaceAll("\\s+", " "));
  }

  private void options(CommandSpec spec, Set<String> known) {
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      if (!parameter.hidden()) {
        entry("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter.description());
      }
    }
    for (OptionSpec option : spec.options()) {
      if (!option.hidden() && !known.contains(option.longestName())) {
        String names =
            Arrays.stream(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        String value =
            option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
        entry(names + value, option.description());
      }
    }
  }

  private void entry(String term, String[] description) {
    line(".TP");
    line(term);
    for (int i = 0; i < description.length; i++) {
      if (i > 0) {
        line(".br");
      }
      text(description[i]);
    }
  }

  /// Lines that belong together make a paragraph; an empty one separates.
  private void paragraphs(String[] lines) {
    for (String line : lines) {
      if (line.isBlank()) {
        line(".PP");
      } else {
        text(line);
      }
    }
  }

  /// Examples and tables, whose lines stay as they are.
  private void asTyped(String[] lines) {
    List<String> kept = new ArrayList<>(List.of(lines));
    while (!kept.isEmpty() && kept.getFirst().isBlank()) {
      kept.removeFirst();
    }
    if (!kept.isEmpty()) {
      line(".PP");
      line(".nf");
      kept.forEach(this::text);
      line(".fi");
    }
  }

  /// A line of text may not begin like a request.
  private void text(String text) {
    String escaped = escaped(Ansi.OFF.string(String.format(text)));
    line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
