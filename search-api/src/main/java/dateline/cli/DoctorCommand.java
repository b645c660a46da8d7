package dateline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "doctor",
    sortOptions = false,
    description = {
      "Look at everything that a run or a server will need, and say what to do about what is wrong.",
      "",
      "One line each: ok, warn (look at it this week) or fail (Dateline will not work). Changes nothing; beside a run"
          + " it may be used too. Run it as the user who runs Dateline. Exit code 1 where anything failed."
    },
    footer = {"", "Example:", "  dateline doctor --index archive/"})
final class DoctorCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @ParentCommand private @Nullable Main main;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Folder of the archive; without it only the machine is looked at.")
  private @Nullable Path home;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "F",
      description = "table for people, or json. Default: ${DEFAULT-VALUE}")
  private AnswerFormat format = AnswerFormat.table;

  @Override
  public Integer call() {
    var doctor = new Doctor(Machine.here(), Objects.requireNonNull(main).configuration());
    List<Finding> findings = doctor.findings(home);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    switch (format) {
      case table -> findings.forEach(out::println);
      case json -> out.println(json(findings));
    }
    out.flush();
    return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.fail)
        ? ExitCode.FAILED
        : ExitCode.DONE;
  }

  private static String json(List<Finding> findings) {
    JsonMapper mapper = JsonMapper.shared();
    ArrayNode list = mapper.createArrayNode();
    for (Finding finding : findings) {
      list.addObject()
          .put("level", finding.level().name())
          .put("what", finding.what())
          .put("value", finding.value())
          .put("next", finding.next());
    }
    return mapper
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(mapper.createObjectNode().set("findings", list));
  }
}
