package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.search.Server;
import dateline.search.http.HttpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Where a server listens, for the commands that start one.
final class ListenOptions {
  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "N",
      description = "Port to listen on; 0 for any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "HOST",
      description = "Address to listen on; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}")
  private String host = "";

  /// Tells early that a port is taken, before anything long is done.
  void checkFree() throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, checkedPort()));
    } catch (BindException e) {
      throw taken(e);
    } catch (SocketException | java.nio.channels.UnresolvedAddressException e) {
      throw new IOException(
          "cannot listen on " + host + ": this machine has no such address. Choose another --host.",
          e);
    }
  }

  /// Serves until the process is told to end.
  int serve(Path home, @Nullable URI publicUrl, CommandLine command) throws IOException {
    checkFree();
    HttpOptions options;
    try {
      options = new HttpOptions(host, checkedPort(), publicUrl);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(command, String.valueOf(e.getMessage()), e);
    }
    Server server = Server.start(home, options, Gazetteer.builtIn(), Clock.systemUTC());
    var ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    server.close();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  } finally {
                    ended.countDown();
                  }
                },
                "shutdown"));
    command.getOut().println("Dateline listens on " + server.address() + "/  (stop with Ctrl-C)");
    command.getOut().flush();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }

  private int checkedPort() throws IOException {
    if (port < 0 || port > 65_535) {
      throw new IOException("--port " + port + " is not between 0 and 65535.");
    }
    return port;
  }

  private IOException taken(BindException cause) {
    return new IOException(
        "cannot listen on "
            + host
            + ":"
            + port
            + ", another program listens there. Stop it, or choose another port, for example --port "
            + (port + 1)
            + ".",
        cause);
  }
}
