package dateline.cli;

import java.net.URI;
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
      names = "--publish-due",
      description =
          "Publish what is under embargo when its minute has come, by dateline index --due as a process of its own.")
  private boolean isPublishingDue;

  @Mixin private MailOptions mail = new MailOptions();

  @Override
  public Integer call() throws Exception {
    folder.live();
    if (isPublishingDue) {
      DuePublisher.start(folder.home());
    }
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    return listen.serve(folder.home(), publicUrl, mail.server(command), command, _ -> {});
  }
}
