package dateline.search.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.corpus.store.Destination;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;

/// Sends messages to people by mail, one each, as plain text.
///
/// `Message-ID` names the message, so that a mailbox which gets one twice can drop the second;
/// `List-Id` names the saved search, so that a mailbox can sort by it. Nothing that an article or a
/// name of a search holds can end a header: line ends are taken out of them.
final class MailPost {
  static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  /// RFC 5322, 2.1.1 lets a line have 998 characters; a subject of more than this is read by
  /// nobody.
  private static final int SUBJECT_MAX = 200;

  private final MailServer server;
  private final Session session;
  private final Clock clock;

  MailPost(MailServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", server.host());
    properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
    properties.setProperty("mail.smtp.connectiontimeout", Long.toString(CONNECT_MAX.toMillis()));
    properties.setProperty("mail.smtp.timeout", Long.toString(ANSWER_MAX.toMillis()));
    properties.setProperty("mail.smtp.writetimeout", Long.toString(ANSWER_MAX.toMillis()));
    String isEncrypted = Boolean.toString(server.encryption() == MailServer.Encryption.STARTTLS);
    properties.setProperty("mail.smtp.starttls.enable", isEncrypted);
    properties.setProperty("mail.smtp.starttls.required", isEncrypted);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(server.login() != null));
    properties.setProperty("mail.smtp.from", server.from());
    session = Session.getInstance(properties);
  }

  void send(AlertMessage message, Destination.Mail to) throws Undelivered {
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage mail = mail(message, to);
      MailServer.Login login = server.login();
      if (login == null) {
        transport.connect();
      } else {
        transport.connect(login.user(), login.password());
      }
      transport.sendMessage(mail, mail.getAllRecipients());
    } catch (AuthenticationFailedException _) {
      throw new Undelivered("the mail server refused smtp-user and its password");
    } catch (MessagingException e) {
      throw new Undelivered(
          "the mail server did not take the message: " + e.getClass().getSimpleName());
    }
  }

  MimeMessage mail(AlertMessage message, Destination.Mail to) throws MessagingException {
    var mail = new Named(session, message.key(), server.domain());
    mail.setFrom(new InternetAddress(server.from()));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to.address()));
    mail.setSubject(line("[" + message.search().name() + "] " + message.title()), UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("List-Id", "<" + message.search().id() + ".alerts." + server.domain() + ">");
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setText(text(message), UTF_8.name());
    mail.saveChanges();
    return mail;
  }

  private static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.length() <= SUBJECT_MAX
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SUBJECT_MAX / 2)) + "…";
  }

  private static String text(AlertMessage message) {
    var text = new StringBuilder(message.title()).append("\n\n");
    if (message.article() != null) {
      var article = message.article().article();
      append(
          text,
          article.source(),
          article.published() == null ? "" : article.published().toString());
      append(text, article.details().getOrDefault("correction", ""), "");
      append(text, message.summary(), "");
      append(text, message.url(), "");
    } else {
      append(text, reason(message), "");
    }
    text.append("-- \nSaved search ")
        .append(message.search().name())
        .append(" (")
        .append(message.search().id())
        .append(")\n");
    return text.toString();
  }

  private static String reason(AlertMessage message) {
    if (message.gone() == null) {
      return "The article can be read no more.";
    }
    String reason = message.gone().reason();
    return switch (message.gone().way()) {
      case WITHDRAWN ->
          "The article was withdrawn" + (reason.isEmpty() ? "." : ": " + reason + ".");
      case EXPIRED -> "The article could be read here for a time that is over.";
    };
  }

  private static void append(StringBuilder text, String first, String second) {
    String line = String.join("  ", first, second).strip();
    if (!line.isEmpty()) {
      text.append(line).append("\n\n");
    }
  }

  /// A mail whose id is ours; the library would make one up.
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String key, String domain) {
      super(session);
      id = "<" + key + "@" + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
