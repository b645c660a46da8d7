package dateline.cli;

import dateline.corpus.store.DueVersions;
import dateline.index.generation.GenerationStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks each minute whether an embargo is over or an article has expired, and then has another
/// process publish it: a server itself writes no index.
final class DuePublisher {
  private static final Logger LOG = LoggerFactory.getLogger(DuePublisher.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Path home;

  DuePublisher(Path home) {
    this.home = home;
  }

  static void start(Path home) {
    var publisher = new DuePublisher(home);
    var _ =
        Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("publish-due").unstarted(task))
            .scheduleWithFixedDelay(publisher::look, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void look() {
    try {
      publish(Instant.now());
    } catch (IOException | RuntimeException e) {
      LOG.error("cannot publish what is due; trying again in a minute: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether a process was started and did its work
  boolean publish(Instant now) throws IOException, InterruptedException {
    var live = new GenerationStore(home).live();
    if (live.isEmpty()
        || !DueVersions.areBetween(home, live.get().manifest().lineage().asOf(), now)) {
      return false;
    }
    Process run = new ProcessBuilder(command()).inheritIO().start();
    int exit = run.waitFor();
    if (exit != ExitCode.DONE) {
      LOG.warn("dateline index --due ended with exit={}; trying again in a minute", exit);
    }
    return exit == ExitCode.DONE;
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "index",
        "--due",
        "--quiet",
        "--index",
        home.toAbsolutePath().toString());
  }
}
