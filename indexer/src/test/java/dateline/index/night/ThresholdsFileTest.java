package dateline.index.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThresholdsFileTest {
  @TempDir private Path home = Path.of("");

  @Test
  void anArchiveWithoutAFileHasTheDefaults() throws IOException {
    assertEquals(Thresholds.defaults(), Thresholds.ofHome(home));
  }

  @Test
  void theWrittenFileHasEveryKeyAndChangesNothing() throws IOException {
    Thresholds.writeDefault(home);
    Path file = home.resolve("judge.conf");
    String text = Files.readString(file);

    assertEquals(Thresholds.defaults(), Thresholds.ofHome(home));
    assertEquals(
        Thresholds.defaults(), ThresholdsFile.read(file, text.replaceAll("(?m)^#(?! )", "")));
    assertThrows(FileAlreadyExistsException.class, () -> Thresholds.writeDefault(home));
  }

  @Test
  void readsWhatTheOwnerSays() throws IOException {
    Files.writeString(
        home.resolve("judge.conf"),
        """
        # ours
        zone = Asia/Tokyo
        holidays = 12-25, 2026-04-06
          ended=The Evening Post; Wire, old

        volume.fall = 0.4
        gone.count = 7
        """);

    Thresholds read = Thresholds.ofHome(home);

    assertEquals(ZoneId.of("Asia/Tokyo"), read.zone());
    assertEquals(
        new Holidays(Set.of(LocalDate.of(2026, 4, 6)), Set.of(MonthDay.of(12, 25))),
        read.holidays());
    assertEquals(Set.of("The Evening Post", "Wire, old"), read.ended());
    assertEquals(0.4, read.volume().fall());
    assertEquals(7, read.gone().count());
    assertEquals(Thresholds.defaults().panel(), read.panel());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          volume.fal = 0.5   | judge.conf:2: there is no key “volume.fal”. Did you mean volume.fall?
          volume.fall = 50%  | judge.conf:2: volume.fall = 50% is not possible, it takes a number from 0 to 1.
          volume.fall = 1.5  | judge.conf:2: volume.fall = 1.5 is not possible, it takes a number from 0 to 1.
          volume.fall = NaN  | judge.conf:2: volume.fall = NaN is not possible, it takes a number from 0 to 1.
          gone.count = 2.5   | judge.conf:2: gone.count = 2.5 is not possible, it takes a whole number from 0 to 1000000000.
          zone = Berlin      | judge.conf:2: zone = Berlin is not possible, it takes the name of a time zone, such as Europe/Berlin or UTC.
          holidays = 25.12.  | judge.conf:2: holidays = 25.12. is not possible, it takes dates with commas between, such as 12-25, 2026-04-06.
          zone               | judge.conf:2: “zone” is no setting. Write key = value, or put # before a remark.
          absent.share = 0.1 | judge.conf:2: absent.share stands on line 1 already. Remove one of the two.
          """)
  void namesTheLineAndTheWayOut(String line, String message) {
    var failure =
        assertThrows(
            IOException.class,
            () -> ThresholdsFile.read(Path.of("judge.conf"), "absent.share = 0.02\n" + line));

    assertEquals(message, String.valueOf(failure.getMessage()));
  }
}
