package dateline.cli;

import dateline.search.access.AccessRules;
import dateline.search.alert.MailServer;
import dateline.search.http.AccessLog;
import dateline.search.http.HttpOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "serve",
    sortOptions = false,
    description = {
      "Serve an archive: the web form at / and the search API at /api/v1/search.",
      "",
      "Notices by itself when a run publishes a new index, and moves to it without dropping a search."
    },
    footer = {"", "Example:", "  dateline serve --index archive/ --port 8080"})
final class ServeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private IndexFolder folder = new IndexFolder();
  @Mixin private ListenOptions listen = new ListenOptions();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "What links in answers start with, for example https://news.example.org")
  private @Nullable URI publicUrl;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description =
          "Append a line of JSON for each request, never with its query; - for standard output.")
  private @Nullable String accessLog;

  @Option(
      names = "--metrics",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether /metrics tells counts and times for Prometheus. Default: ${DEFAULT-VALUE}")
  private Switch metrics = Switch.on;

  @Option(
      names = "--publish-due",
      description =
          "Publish what is under embargo when its minute has come, by dateline index --due as a process of its own.")
  private boolean isPublishingDue;

  @Mixin private AccessOptions access = new AccessOptions();
  @Mixin private MailOptions mail = new MailOptions();

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    AccessRules rules = access.rules(command);
    MailServer mailServer = mail.server(command);
    folder.live();
    if (isPublishingDue) {
      DuePublisher.start(folder.home());
    }
    HttpOptions options = listen.options(publicUrl, rules, command);
    if (metrics == Switch.off) {
      options = options.withoutMetrics();
    }
    try (AccessLog log = accessLog(command)) {
      return listen.serve(
          folder.home(),
          log == null ? options : options.logging(log),
          mailServer,
          command,
          _ -> {});
    }
  }

  private @Nullable AccessLog accessLog(CommandLine command) throws IOException {
    if (accessLog == null) {
      return null;
    }
    if (accessLog.equals(ConfigKey.STANDARD_OUTPUT)) {
      return AccessLog.to(command.getOut(), Clock.systemUTC());
    }
    try {
      return AccessLog.in(Path.of(accessLog), Clock.systemUTC());
    } catch (InvalidPathException | IOException e) {
      throw new IOException(
          "cannot write the access log "
              + accessLog
              + ". Name a file in a folder that is there and that this user may write to.",
          e);
    }
  }

  /// What `--metrics` takes.
  private enum Switch {
    on,
    off
  }
}
