package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.search.Server;
import dateline.search.access.AccessRules;
import dateline.search.alert.MailServer;
import dateline.search.http.HttpOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
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
  void checkFree(CommandLine command) throws IOException {
    if (port < 0 || port > 65_535) {
      throw new CommandLine.ParameterException(
          command, "--port " + port + " is not between 0 and 65535.");
    }
    if (host.isBlank()) {
      throw new CommandLine.ParameterException(
          command, "--host is empty; 127.0.0.1 listens to this machine, 0.0.0.0 to all");
    }
    checkHost();
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (BindException e) {
      throw taken(e);
    } catch (SocketException e) {
      throw new IOException(
          "cannot listen on %s:%d: %s. Choose another port, for example --port 8080."
              .formatted(host, port, e.getMessage()),
          e);
    }
  }

  /// The system reports an address of another machine as it reports a port in use.
  private void checkHost() throws IOException {
    boolean isOurs;
    try {
      InetAddress address = InetAddress.getByName(host);
      isOurs = address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException _) { // told below
      isOurs = false;
    }
    if (!isOurs) {
      throw new IOException(
          "cannot listen on "
              + host
              + ": this machine has no such address. Choose another --host, for example 127.0.0.1.");
    }
  }

  /// What was typed.
  HttpOptions options(@Nullable URI publicUrl, AccessRules access, CommandLine command)
      throws IOException {
    checkFree(command);
    try {
      return new HttpOptions(host, port, publicUrl, access);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  /// Serves until the process is told to end, which is how a server ends well: exit code 0.
  ///
  /// @param mail null where no alerts are mailed
  /// @param listening is told the address as soon as it answers
  int serve(
      Path home,
      HttpOptions options,
      @Nullable MailServer mail,
      CommandLine command,
      Consumer<URI> listening)
      throws IOException {
    Server server = Server.start(home, options, mail, Gazetteer.ofHome(home), Clock.systemUTC());
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, command), "shutdown"));
    } catch (IllegalStateException _) { // told to end while it started
      server.close();
      return ExitCode.DONE;
    }
    command.getOut().println("Dateline listens on " + server.address() + "/  (stop with Ctrl-C)");
    command.getOut().flush();
    listening.accept(server.address());
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }

  private static void end(Server server, CommandLine command) {
    int code = ExitCode.FAILED;
    try {
      server.close();
      code = ExitCode.DONE;
    } catch (IOException e) {
      command.getErr().println("dateline: " + Words.of(e));
    } finally {
      Runtime.getRuntime().halt(code); // what the signal would give is 143
    }
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
