package dateline.search.alert;

import dateline.corpus.store.Destination;
import org.jspecify.annotations.Nullable;

/// The server that mail is handed to.
///
/// @param encryption whether the connection must be encrypted before anything is said
/// @param from the sender's address
/// @param login null where the server asks for none
public record MailServer(
    String host, int port, Encryption encryption, String from, @Nullable Login login) {
  /// How the connection is protected.
  public enum Encryption {
    /// By STARTTLS; a server that does not offer it is sent nothing.
    STARTTLS,
    /// Not at all, for a server on the same machine.
    NONE
  }

  /// Who we are to the server.
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  private static final int PORT_MAX = 65_535;

  public MailServer {
    if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "'" + host + "' is no mail server; write it as mail.example.org");
    }
    if (port < 1 || port > PORT_MAX) {
      throw new IllegalArgumentException(
          "the port of the mail server is %d; possible are 1 to %,d".formatted(port, PORT_MAX));
    }
    if (!Destination.Mail.isAddress(from)) {
      throw new IllegalArgumentException(
          "'" + from + "' is no mail address; write it as dateline@example.org");
    }
  }

  /// The part of [#from] behind the sign, which ids of messages and lists end with.
  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }
}
