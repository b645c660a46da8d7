package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be saved is refused, and nothing is saved.
final class AlertsWrongUseTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @BeforeAll
  static void index() throws Exception {
    Path delivery =
        Files.writeString(
            folder.resolve("delivery.jsonl"), "{\"id\": \"old\", \"headline\": \"Harbour fire\"}");
    Told.by("index", "-q", "--source", delivery, "--index", home()).ended(0);
    Files.writeString(folder.resolve("secret"), "3f9a5c0d7e1b2a48\n");
    Files.writeString(folder.resolve("short"), "hush");
    Files.writeString(folder.resolve("two"), "one\ntwo\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          add                                                | 2 | Missing required parameter: 'NAME'
          add Ships "open                                    | 2 | is never closed
          add Ships "open --lenient true                     | 2 | A saved search has to be exact.
          add Ships ship --plce JP                           | 2 | There is no parameter “plce”. Did you mean “place”?
          add Ships ship --webhook https://a.example/x       | 2 | --webhook and --secret-file belong together
          add Ships ship --webhook ftp://a.example --secret-file SECRET | 2 | 'ftp://a.example' is no web address
          add Ships ship --webhook http://a:b@c.example --secret-file SECRET | 2 | is no web address
          add Ships ship --webhook http://a.example --secret-file SHORT | 2 | one line of 16 to 256
          add Ships ship --webhook http://a.example --secret-file TWO | 1 | does not hold one line
          add Ships ship --mail nobody                       | 2 | 'nobody' is no mail address; write it as desk@example.org
          add Ships ship --mail a@b.example,c@d.example      | 2 | is no mail address
          add Ships ship --mail a@b.example --webhook http://a.example --secret-file SECRET | 2 | choose --webhook or --mail
          add Ships ship --mode hybrid                       | 1 | vectors
          pause nothing                                      | 1 | there is no saved search 'nothing'
          preview "open                                      | 2 | is never closed
          nothing                                            | 2 | there is no command 'nothing'
          """)
  void refusesWhatCannotBe(String words, int code, String message) throws Exception {
    Object[] typed = words.split(" +");
    for (int i = 0; i < typed.length; i++) {
      typed[i] =
          typed[i]
              .toString()
              .replace("SECRET", folder.resolve("secret").toString())
              .replace("SHORT", folder.resolve("short").toString())
              .replace("TWO", folder.resolve("two").toString());
    }

    Told told = AlertsCommandTest.alerts(home(), typed).ended(code);

    assertTrue(told.err().contains(message), told::toString);
    assertEquals("no saved search\n", AlertsCommandTest.alerts(home(), "list").ended(0).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --smtp-host mail.example.org                                               | 2 | --smtp-host needs a sender: --smtp-from dateline@example.org
          --smtp-host mail.example.org --smtp-from nobody                            | 2 | 'nobody' is no mail address
          --smtp-host mail.example.org --smtp-from a@b.example --smtp-port 0         | 2 | the port of the mail server is 0
          --smtp-host mail.example.org --smtp-from a@b.example --smtp-user a         | 2 | --smtp-user and --smtp-password-file belong together
          --smtp-host mail.example.org --smtp-from a@b.example --smtp-starttls maybe | 2 | --smtp-starttls
          --smtp-host mail.example.org --smtp-from a@b.example --smtp-user a --smtp-password-file /nowhere | 1 | there is no /nowhere
          """)
  void aServerIsNotStartedWithHalfAMailServer(String words, int code, String message) {
    var typed = new ArrayList<Object>(List.of("serve", "--port", "0", "--index", home()));
    typed.addAll(List.of((Object[]) words.split(" +")));

    Told told = Told.by(typed.toArray()).ended(code);

    assertTrue(told.err().contains(message), told::toString);
  }

  @Test
  void aNameIsOneLine() throws Exception {
    Told told =
        AlertsCommandTest.alerts(home(), "add", "Ships\r\nBcc: all@example.org", "ship").ended(2);

    assertTrue(told.err().contains("a name is one line of 1 to 200 characters"), told::err);
  }

  private static Path home() {
    return folder.resolve("home");
  }
}
