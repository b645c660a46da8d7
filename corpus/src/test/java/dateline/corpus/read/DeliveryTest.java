package dateline.corpus.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import dateline.corpus.Article;
import java.io.ByteArrayOutputStream;
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
  void readsAFolderOfAllFormats() throws IOException {
    byte[] trec = "<DOC><DOCNO>t</DOCNO><TEXT>B</TEXT></DOC>".getBytes(UTF_8);
    write("1.jsonl", LINE.formatted("lines"));
    write("2.json", "[" + LINE.formatted("list") + "]");
    Files.write(folder.resolve("3.sgml.zst"), Zstd.compress(trec));
    Files.write(folder.resolve("4.sgml.gz"), Readings.gzip(trec));
    write("5.sgm", "<REUTERS NEWID=\"1\"><TEXT><TITLE>T</TITLE></TEXT></REUTERS>");
    write("6.txt", "Talks open");
    write("7.html", "<html>");
    write("8.json", "{\"articles\":[" + LINE.formatted("field") + "]}");

    List<String> told = Readings.told(folder, Readings.of(folder));

    assertEquals(
        List.of(
            "1.jsonl:1: lines",
            "2.json:1 (article 1): list",
            "3.sgml.zst:1: t",
            "4.sgml.gz:1: t",
            "5.sgm:1: reut-00001",
            "6.txt: 6",
            "8.json:1 (article 1): field"),
        told.stream().filter(line -> !line.startsWith("7.html: rejected, ")).toList());
    assertEquals(8, told.size());
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
    byte[] whole = Readings.gzip(noise(2000).getBytes(UTF_8));

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
    byte[] content = Readings.gzip(noise(2000).getBytes(UTF_8));
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
          {¶  "id": "1",¶  "title": "T"¶} | the file is one JSON object over several lines; put each article on one line, or all into a list
          <!DOCTYPE html><title>T</title> | the file is an HTML page; READ
          <HTML lang="en">                | the file is an HTML page; READ
          <?xml version="1.0"?>¶<rss/>    | the file is XML or SGML (its first element is <rss>); READ
          <doc>¶<field>1</field>          | the file is XML or SGML (its first element is <doc>); READ
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
                    "READ",
                    "Dateline reads JSON Lines and lists, plain text files, Reuters-21578 and TREC SGML")),
        Readings.told(folder, Readings.of(folder, "a", content.getBytes(UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Update] Talks open", "<3 for librarians", "Note: talks open"})
  void takesTheRestForPlainText(String headline) throws IOException {
    assertEquals(
        Article.builder("a").headline(headline).build(), Readings.article(folder, "a", headline));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "b/A.JSONL", "a.ndjson", "a.jsonl.gz", "a.ndjson.zst"})
  void rejectsALineThatIsNoJsonInAFileNamedSo(String name) throws IOException {
    write(name, "Talks open\n" + LINE.formatted("two") + "[Update] Talks go on\n");
    write("c.txt", "Talks close");

    assertEquals(
        List.of(
            name
                + ":1: rejected, the line is no article: it begins with ‹Talks open›; each line"
                + " holds one article as {…}",
            name + ":2: two",
            name
                + ":3: rejected, the line is no article: it begins with ‹[Update] Talks go on›;"
                + " each line holds one article as {…}",
            "c.txt: c"),
        Readings.told(folder, Readings.of(folder)));
  }

  @Test
  void rejectsAFileNamedSoThatIsBlank() throws IOException {
    assertEquals(
        List.of("a.jsonl: rejected, the file holds only white space"),
        Readings.told(folder, Readings.of(folder, "a.jsonl", " \n\n".getBytes(UTF_8))));
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

  @Test
  void unpacksZstdFramesOneAfterAnother() throws IOException {
    byte[] frame = Zstd.compress(LINE.formatted("one").getBytes(UTF_8));
    byte[] skipped = {0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 'x', 'y'};

    List<Reading> readings = Readings.of(folder, "a.zst", joined(skipped, frame, frame));

    assertEquals(List.of("a.zst:1: one", "a.zst:2: one"), Readings.told(folder, readings));
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 1, 19, 22})
  void unpacksZstdOfEveryLevel(int level) throws IOException {
    byte[] content = zstd(noise(2000), level);

    List<String> told = Readings.told(folder, Readings.of(folder, "a.zst", content));

    assertEquals(
        IntStream.range(0, 2000).mapToObj(id -> "a.zst:%d: %d".formatted(id + 1, id)).toList(),
        told);
  }

  /// Whole blocks of 128 KiB are delivered; what a cut block held is lost.
  @ParameterizedTest
  @CsvSource({"5, false", "12, false", "12000, false", "300000, true"})
  void deliversTheBlocksBeforeTheCut(int bytesKept, boolean isAnythingRead) throws IOException {
    byte[] whole = zstd(noise(20_000), 1);

    List<String> told =
        Readings.told(folder, Readings.of(folder, "a.zst", Arrays.copyOf(whole, bytesKept)));

    int articles = told.size() - 1;
    assertEquals(
        "a.zst: rejected, the compressed file ends early. Was the copy cut off?", told.getLast());
    assertEquals(
        IntStream.range(0, articles).mapToObj(id -> "a.zst:%d: %d".formatted(id + 1, id)).toList(),
        told.subList(0, articles));
    assertEquals(isAnythingRead, articles > 5000, () -> articles + " articles");
  }

  @Test
  void saysThatAZstdFileIsDamaged() throws IOException {
    byte[] content = zstd(noise(2000), 3);
    content[content.length - 2] ^= 1; // in the checksum

    List<String> told = Readings.told(folder, Readings.of(folder, "a.zst", content));

    assertEquals("a.zst: rejected, the compressed file is damaged. Copy it again", told.getLast());
  }

  @Test
  void saysThatAZstdFileNeedsTooMuchMemory() throws IOException {
    int window = (30 - 10) << 3; // 2^30 bytes, as in RFC 8878 section 3.1.1.1.2
    byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) window, 9, 0, 0, 'x'};

    assertEquals(
        List.of(
            "a.zst: rejected, reading stopped: unpacking the file would take over 128 MiB of memory."
                + " Pack it again without --long"),
        Readings.told(folder, Readings.of(folder, "a.zst", frame)));
  }

  @Test
  void unpacksOnceAlone() throws IOException {
    byte[] twice = Zstd.compress(Readings.gzip(LINE.formatted("one").getBytes(UTF_8)));

    assertEquals(
        List.of(
            "a.zst: rejected, the file is compressed twice, unpack it first; Dateline reads JSON Lines"
                + " and lists, plain text files, Reuters-21578 and TREC SGML"),
        Readings.told(folder, Readings.of(folder, "a.zst", twice)));
  }

  /// As a stream, which states no size in its frame.
  private static byte[] zstd(String text, int level) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zstd = new ZstdOutputStream(packed, level)) {
      zstd.setChecksum(true);
      zstd.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /// Lines that hardly compress, ids counted from 0.
  private static String noise(int count) {
    var random = new Random(7);
    var lines = new StringBuilder();
    for (int id = 0; id < count; id++) {
      String body = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
      lines.append("{\"id\":\"%d\",\"body\":\"%s\"}\n".formatted(id, body));
    }
    return lines.toString();
  }
}
