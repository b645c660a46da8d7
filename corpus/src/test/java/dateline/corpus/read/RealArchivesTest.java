package dateline.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whole archives as they are, with their defects.
final class RealArchivesTest {
  @Test
  void readsEveryReutersStory() {
    List<Reading> readings = Readings.of(TestData.path("reuters21578/sgml"));

    assertEquals(14_000, readings.size());
    assertEquals(
        List.of("the story has neither title nor body"),
        rejections(readings).map(Reading.Rejected::reason).toList());
  }

  @Test
  void readsEveryArticleOfTheWeb() {
    List<Reading> readings = Readings.of(TestData.path("allsides/articles.jsonl.gz"));

    assertEquals(10_000, readings.size());
    assertEquals(List.of(), rejections(readings).toList());
  }

  /// Pages, feeds, XML, mail, web archives, much of it broken.
  @Test
  void saysOfEverySampleFileWhatItIs() throws IOException {
    Path formats = TestData.path("formats");
    var silent = new ArrayList<Path>();
    var unclear = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(formats)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        List<Reading> readings = Readings.of(file);
        if (readings.isEmpty()) {
          silent.add(file);
        }
        rejections(readings)
            .map(Reading.Rejected::reason)
            .filter(reason -> reason.matches("(?s).*(Exception|java\\.|tools\\.|null|\n).*"))
            .forEach(unclear::add);
      }
    }

    assertEquals(List.of(), silent);
    assertEquals(List.of(), unclear);
  }

  private static Stream<Reading.Rejected> rejections(List<Reading> readings) {
    return readings.stream()
        .filter(Reading.Rejected.class::isInstance)
        .map(Reading.Rejected.class::cast);
  }
}
