package dateline.corpus.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dateline.corpus.Article;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliveryTest {
  private static final String LINE = "{\"id\":\"%s\",\"title\":\"Tōkyō 😀\"}\n";

  @TempDir Path folder;

  @Test
  void walksAFolderInOrder() throws IOException {
    write("b/2.txt", "Talks open");
    write("b/1.jsonl", LINE.formatted("one"));
    write("a.txt", "Talks open");
    write("README.md", "left out");
    write("LICENSE", "left out");
    write(".hidden/x.txt", "left out");
    var readings = new ArrayList<Reading>();

    var walked = Delivery.of(List.of(folder)).read(readings::add);

    assertEquals(
        List.of("a.txt: a", "b/1.jsonl:1: one", "b/2.txt: b/2"), Readings.told(folder, readings));
    assertEquals(new Delivery.Walked(3, 3), walked);
  }

  @Test
  void followsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "Not for print");
    Path inside = write("a.txt", "Talks open");
    Files.createSymbolicLink(folder.resolve("b.txt"), secret);
    Files.createSymbolicLink(folder.resolve("c.txt"), inside);
    Files.createSymbolicLink(folder.resolve("d"), elsewhere);
    Files.createSymbolicLink(folder.resolve("e.txt"), folder.resolve("gone"));

    assertEquals(List.of("a.txt: a", "c.txt: c"), Readings.told(folder, Readings.of(folder)));
  }

  @Test
  void readsAGivenFileWhateverItsName() throws IOException {
    Path file = write("README.txt", "Talks open");

    assertEquals(List.of("README.txt: README"), Readings.told(folder, Readings.of(file)));
  }

  @Test
  void namesAMissingPathAndTheNextStep() {
    var missing =
        assertThrows(
            MissingDeliveryException.class, () -> Delivery.of(List.of(folder.resolve("gone"))));

    assertEquals(
        "cannot read %s/gone: there is no such file or folder.\nCheck its spelling; a path without a / at its start is sought in %s."
            .formatted(folder, Path.of("").toAbsolutePath()),
        missing.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void readsEveryUnicodeWithItsMark(String charset) throws IOException {
    String text = "\uFEFF" + LINE.formatted("one") + LINE.formatted("two").repeat(2000);
    byte[] content = text.getBytes(Charset.forName(charset));

    List<Reading> readings = Readings.of(folder, "a.jsonl", content);

    assertEquals(2001, readings.size());
    for (Reading reading : readings) {
      assertEquals("Tōkyō 😀", ((Reading.Accepted) reading).article().headline());
    }
  }

  @Test
  void unpacksGzipMembersOneAfterAnother() throws IOException {
    byte[] member = Readings.gzip(LINE.formatted("one").getBytes(UTF_8));
    byte[] two = Arrays.copyOf(member, member.length * 2);
    System.arraycopy(member, 0, two, member.length, member.length);

    assertEquals(
        List.of("a.gz:1: one", "a.gz:2: one"),
        Readings.told(folder, Readings.of(folder, "a.gz", two)));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 12, 20_000})
  void deliversWhatLiesBeforeTheCut(int bytesKept) throws IOException {
    byte[] whole = Readings.gzip(noise().getBytes(UTF_8));

    List<String> told =
        Readings.told(folder, Readings.of(folder, "a.gz", Arrays.copyOf(whole, bytesKept)));

    int articles = told.size() - 1;
    assertEquals(
        "a.gz: rejected, the compressed file ends early. Was the copy cut off?", told.getLast());
    assertEquals(
        IntStream.range(0, articles).mapToObj(id -> "a.gz:%d: %d".formatted(id + 1, id)).toList(),
        told.subList(0, articles));
    assertEquals(bytesKept / 20_000, articles / 700, "a line packs to less than 28 bytes");
  }

  @Test
  void saysThatACompressedFileIsDamaged() throws IOException {
    byte[] content = Readings.gzip(noise().getBytes(UTF_8));
    Arrays.fill(content, 20_000, 21_000, (byte) 0xFF);

    assertEquals(
        "a.gz: rejected, the compressed file is damaged. Copy it again",
        Readings.told(folder, Readings.of(folder, "a.gz", content)).getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                              | the file is empty
          \uFEFF                          | the file is empty
          \\0\\1\\2\\0binary              | not text: the file holds bytes that no text has; READ
          [{"id":"1"}]                    | the file is a JSON list, write each article on a line of its own; READ
          {¶  "id": "1",¶  "title": "T"¶} | the file is one JSON object over several lines; put each article on one line
          <!DOCTYPE html><title>T</title> | the file is an HTML page; READ
          <HTML lang="en">                | the file is an HTML page; READ
          <?xml version="1.0"?>¶<rss/>    | the file is XML or SGML (its first element is <rss>); READ
          <DOC>¶<DOCNO>1</DOCNO>          | the file is XML or SGML (its first element is <DOC>); READ
          %PDF-1.7                        | the file is a PDF document; READ
          {\\rtf1 Talks open}             | the file is an RTF document; READ
          WARC/1.0¶WARC-Type: warcinfo    | the file is a web archive (WARC or ARC); READ
          Subject: x¶MIME-Version: 1.0    | the file is an e-mail message; READ
          """)
  void saysWhatItDoesNotRead(String text, String reason) throws IOException {
    String content = text.replace('¶', '\n').replace("\\0", "\0").replace("\\1", "\1");

    assertEquals(
        List.of(
            "a: rejected, "
                + reason.replace(
                    "READ", "Dateline reads JSON Lines, plain text files and Reuters-21578 SGML")),
        Readings.told(folder, Readings.of(folder, "a", content.getBytes(UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Update] Talks open", "<3 for librarians", "Note: talks open"})
  void takesTheRestForPlainText(String headline) throws IOException {
    assertEquals(
        Article.builder("a").headline(headline).build(), Readings.article(folder, "a", headline));
  }

  @Test
  void goesOnBehindWhatMayNotBeRead() throws IOException {
    assumeFalse(
        "root".equals(System.getProperty("user.name")), "skipped: root may read everything");
    Files.setPosixFilePermissions(
        write("a.txt", "A"), PosixFilePermissions.fromString("---------"));
    Path closed = write("b/b.txt", "B").getParent();
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    write("c.txt", "C");

    List<Reading> readings = Readings.of(folder);

    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    String reason = "permission denied. Allow the user who runs Dateline to read it";
    assertEquals(
        List.of("a.txt: rejected, " + reason, "b: rejected, " + reason, "c.txt: c"),
        Readings.told(folder, readings));
  }

  @Test
  void tellsOfAFileThatVanishes() throws IOException {
    Path file = write("a.txt", "A");
    var delivery = Delivery.of(List.of(file));
    Files.delete(file);
    var readings = new ArrayList<Reading>();

    delivery.read(readings::add);

    assertEquals(
        List.of("a.txt: rejected, it was there when the run began and is gone now"),
        Readings.told(folder, readings));
  }

  @Test
  void saysWhyReadingStopped() {
    assertEquals(
        "permission denied. Allow the user who runs Dateline to read it",
        DeliveredFile.reason(new AccessDeniedException("/x")));
    assertEquals(
        "it was there when the run began and is gone now",
        DeliveredFile.reason(new NoSuchFileException("/x")));
    assertEquals(
        "the compressed file ends early. Was the copy cut off?",
        DeliveredFile.reason(new EOFException()));
    assertEquals(
        "reading stopped: Too many open files",
        DeliveredFile.reason(new FileSystemException("/x", null, "Too many open files")));
    assertEquals(
        "reading stopped: Input/output error",
        DeliveredFile.reason(new IOException("Input/output error")));
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /// Lines that hardly compress, ids counted from 0.
  private static String noise() {
    var random = new Random(7);
    var lines = new StringBuilder();
    for (int id = 0; id < 2000; id++) {
      String body = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
      lines.append("{\"id\":\"%d\",\"body\":\"%s\"}\n".formatted(id, body));
    }
    return lines.toString();
  }
}
