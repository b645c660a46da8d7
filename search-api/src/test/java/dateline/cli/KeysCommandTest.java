package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.store.AccessKey.Presented;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys are given out, listed and ended.
final class KeysCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path home;

  @Test
  void aKeyIsToldOnceAndKeptAsAHashAlone() throws Exception {
    Told first = Told.by("keys", "add", "Weather desk", "--role", "read", "--index", home).ended(0);
    Told second =
        Told.by(
                "keys",
                "add",
                "Intern",
                "--only",
                "source=Reuters&from=-30d",
                "--rate",
                "60/min",
                "--expires",
                "2020-01-31",
                "--index",
                home)
            .ended(0);

    Presented told = Presented.read(first.out().strip()).orElseThrow();
    assertEquals(1, told.id());
    assertEquals("key 1 for Weather desk: note it now.\n", first.err());
    assertFalse(first.out().equals(second.out()));
    for (String file : List.of("desk.db", "desk.db-wal")) {
      Path stored = home.resolve(file);
      if (Files.exists(stored)) {
        assertFalse(
            Files.readString(stored, StandardCharsets.ISO_8859_1).contains(told.secret()), file);
      }
    }
    Told.by("keys", "revoke", "1", "--index", home).ended(0);
    String[] list = Told.by("keys", "list", "--index", home).ended(0).out().split("\n", -1);
    assertTrue(list[0].startsWith("1  Weather desk  read  since 20"), list[0]);
    assertTrue(list[0].contains("  revoked on 20"), list[0]);
    assertTrue(list[1].startsWith("2  Intern  export  since 20"), list[1]);
    assertTrue(
        list[1].endsWith("  only source=Reuters&from=-30d  60/min  expired on 2020-01-31"),
        list[1]);
    assertTrue(
        Told.by("keys", "revoke", "1", "--index", home)
            .ended(1)
            .err()
            .contains("there is no key 1 in " + home + " that opens"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --role     | owner        | --role is 'owner'; possible are read, export, admin
          --only     | sauce=Wire   | --only is no search that finds a part: There is no parameter “sauce”. Did you mean “source”?
          --only     | limit=5      | --only is no search that finds a part: it names no condition, such as source=Reuters
          --only     | from=never   | --only is no search that finds a part: “never” is no value of “from”.
          --only     | q=%zz        | --only is no search that finds a part:
          --rate     | often        | --rate: 'often' is no rate; write 1 to 1000000 requests in a unit of s, min, h or day, such as 600/min
          --expires  | tomorrow     | --expires is 'tomorrow'; write a day as 2027-01-31
          """)
  void whatCanBeNoKeyIsNamedAndNoneIsMade(String option, String value, String told) {
    String err = Told.by("keys", "add", "Desk", option, value, "--index", home).ended(2).err();

    assertTrue(err.contains(told), err);
    assertEquals("", Told.by("keys", "list", "--index", home).ended(0).out());
  }

  @Test
  void aNameIsOneLine() {
    for (String name : List.of(" ", "a\nb", "x".repeat(101))) {
      assertTrue(
          Told.by("keys", "add", name, "--index", home)
              .ended(2)
              .err()
              .contains("a key's name has 1 to 100 characters in one line"),
          name);
    }
  }
}
