package dateline.cli;

import dateline.search.alert.MailServer;
import dateline.search.alert.MailServer.Encryption;
import dateline.search.alert.MailServer.Login;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// By which server alerts are mailed.
final class MailOptions {
  @Option(
      names = "--smtp-host",
      paramLabel = "HOST",
      description = "Mail server that alerts are handed to. Default: none, and no mail is sent")
  private @Nullable String host;

  @Option(
      names = "--smtp-port",
      defaultValue = "587",
      paramLabel = "N",
      description = "Its port. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--smtp-starttls",
      arity = "1",
      defaultValue = "true",
      paramLabel = "true|false",
      description =
          "Whether it must encrypt. false is for this machine's own. Default: ${DEFAULT-VALUE}")
  private boolean isEncrypted;

  @Option(
      names = "--smtp-user",
      paramLabel = "NAME",
      description = "Who we are to it. Default: nobody it asks for")
  private @Nullable String user;

  @Option(
      names = "--smtp-password-file",
      paramLabel = "FILE",
      description = "Holds the password in its one line.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--smtp-from",
      paramLabel = "ADDRESS",
      description = "Sender of the mails, for example dateline@example.org")
  private @Nullable String from;

  /// Null where none was named.
  @Nullable MailServer server(CommandLine command) throws IOException {
    if (host == null) {
      return null;
    }
    if (from == null) {
      throw new ParameterException(
          command, "--smtp-host needs a sender: --smtp-from dateline@example.org");
    }
    if ((user == null) != (passwordFile == null)) {
      throw new ParameterException(command, "--smtp-user and --smtp-password-file belong together");
    }
    Login login =
        user == null || passwordFile == null
            ? null
            : new Login(user, OneLineFile.read(passwordFile));
    try {
      return new MailServer(
          host, port, isEncrypted ? Encryption.STARTTLS : Encryption.NONE, from, login);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }
}
