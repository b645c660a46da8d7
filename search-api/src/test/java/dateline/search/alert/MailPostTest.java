package dateline.search.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dateline.corpus.store.Destination;
import dateline.corpus.store.Notices.Listed;
import dateline.corpus.store.Notices.State;
import dateline.search.alert.MailServer.Encryption;
import dateline.search.alert.MailServer.Login;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Alerts by mail reach a real server.
final class MailPostTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private AlertedHome home;

  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void open() throws Exception {
    mails.start();
    home = AlertedHome.open(folder);
  }

  @AfterEach
  void close() throws Exception {
    home.close();
    mails.stop();
  }

  @Test
  void aMailIsNamedByItsKeyAndSentOnce() throws Exception {
    Listed told = tell("Häfen: Harbour opens", Encryption.NONE, null);
    MimeMessage mail = mails.getReceivedMessages()[0];

    assertEquals(1, mails.getReceivedMessages().length);
    assertEquals(State.DELIVERED, told.state());
    assertEquals("<" + AlertMessage.key(told.notice()) + "@example.org>", mail.getMessageID());
    assertEquals("[Harbours] Häfen: Harbour opens", mail.getSubject());
    assertEquals("<harbour.alerts.example.org>", mail.getHeader("List-Id", null));
    assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
    assertEquals("dateline@example.org", mail.getFrom()[0].toString());
    assertEquals("desk@example.com", mail.getAllRecipients()[0].toString());
    assertTrue(mail.getContentType().startsWith("text/plain"), mail.getContentType());
    assertEquals(
        List.of(
            "Häfen: Harbour opens",
            "",
            "Wire  2026-11-22",
            "",
            "It was said in Lima.",
            "",
            "http://here/new",
            "",
            "--",
            "Saved search Harbours (harbour)"),
        mail.getContent().toString().lines().map(String::strip).toList());
  }

  @Test
  void aHeadlineEndsNoHeader() throws Exception {
    tell(
        "Harbour opens\\r\\nBcc: all@example.org\\u2028Cc: more@example.org",
        Encryption.NONE,
        null);

    MimeMessage mail = mails.getReceivedMessages()[0];
    assertEquals(1, mails.getReceivedMessages().length);
    assertEquals(1, mail.getAllRecipients().length);
    assertEquals(null, mail.getHeader("Bcc", null));
    assertEquals(null, mail.getHeader("Cc", null));
    assertFalse(mail.getSubject().contains("\n"), mail.getSubject());
  }

  @Test
  void aServerThatDoesNotEncryptIsSentNothingUnlessItMay() throws Exception {
    Listed told = tell("Harbour opens", Encryption.STARTTLS, new Login("dateline", "secret"));

    assertEquals(State.WAITING, told.state());
    assertEquals(0, mails.getReceivedMessages().length);
  }

  @Test
  void logsIn() throws Exception {
    mails.setUser("dateline@example.org", "dateline", "secret");

    assertEquals(
        State.DELIVERED,
        tell("Harbour opens", Encryption.NONE, new Login("dateline", "secret")).state());
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() throws Exception {
    mails.setUser("dateline@example.org", "dateline", "secret");

    Listed told = tell("Harbour opens", Encryption.NONE, new Login("dateline", "wrong-one"));

    assertEquals(State.WAITING, told.state());
    assertEquals("the mail server refused smtp-user and its password", told.trouble());
  }

  @Test
  void withoutAMailServerAMailWaitsAndSaysWhy() throws Exception {
    save();
    home.deliver(AlertedHome.article("new", "Harbour opens"));
    home.pass();
    try (Courier courier = home.courier(null)) {
      home.round(courier);
    }

    Listed told = home.last("harbour");
    assertEquals(State.WAITING, told.state());
    assertEquals(
        "the server knows no mail server; set smtp-host and smtp-from in dateline.conf",
        told.trouble());
  }

  /// Tells one article in two rounds.
  private Listed tell(String headline, Encryption encryption, @Nullable Login login)
      throws Exception {
    save();
    home.deliver(AlertedHome.article("new", headline));
    home.pass();
    var server =
        new MailServer(
            "127.0.0.1", mails.getSmtp().getPort(), encryption, "dateline@example.org", login);
    try (Courier courier = home.courier(server)) {
      home.round(courier);
      home.round(courier);
    }
    return home.last("harbour");
  }

  private void save() throws Exception {
    home.save("harbour", "Harbours", new Destination.Mail("desk@example.com"));
  }
}
