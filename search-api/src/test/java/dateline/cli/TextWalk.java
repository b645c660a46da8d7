package dateline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// Opens every file below a folder with the reader that fits it, and tells where a word is: rows
/// and pages of SQLite files, packed or not; terms, doc values and stored fields of Lucene's, of
/// deleted documents too; and the bytes of all of them.
final class TextWalk {
  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

  private final String word;
  private final TreeSet<String> found = new TreeSet<>();

  private TextWalk(String word) {
    this.word = word.toLowerCase(Locale.ROOT);
  }

  /// @param word in ASCII letters
  /// @return places, each with the file and what of it
  static List<String> of(Path folder, String word) throws IOException, SQLException {
    var walk = new TextWalk(word);
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String place = folder.relativize(file).toString();
      byte[] bytes = Files.readAllBytes(file);
      walk.look(place + " bytes", bytes);
      walk.lookIntoFrames(place, bytes);
    }
    for (Path file : files) { // later: opening an SQLite file removes the log beside it
      String place = folder.relativize(file).toString();
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(".db")) {
        walk.sqlite(place, file);
      } else if (name.startsWith("segments_")) {
        walk.lucene(place, file.resolveSibling("").toAbsolutePath());
      }
    }
    return new ArrayList<>(walk.found);
  }

  private void look(String place, byte[] bytes) {
    if (new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT).contains(word)) {
      found.add(place);
    }
  }

  /// Also those in pages that no row is in any more.
  private void lookIntoFrames(String place, byte[] bytes) {
    for (int start = 0; start + ZSTD.length <= bytes.length; start++) {
      boolean isFrame = true;
      for (int i = 0; i < ZSTD.length && isFrame; i++) {
        isFrame = bytes[start + i] == ZSTD[i];
      }
      if (isFrame) {
        look(place + " packed", unpacked(bytes, start));
      }
    }
  }

  /// As far as it can be unpacked: another frame may have overwritten the rest.
  private static byte[] unpacked(byte[] bytes, int start) {
    var unpacked = new ByteArrayOutputStream();
    try (var in =
        new ZstdInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start))) {
      in.setContinuous(true);
      byte[] buffer = new byte[1 << 10];
      for (int count; (count = in.read(buffer)) >= 0; ) {
        unpacked.write(buffer, 0, count);
      }
    } catch (IOException _) { // behind the frame comes something else
      return unpacked.toByteArray();
    }
    return unpacked.toByteArray();
  }

  private void sqlite(String place, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      var tables = new ArrayList<String>();
      try (ResultSet rows =
          statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
          while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
              byte[] value = rows.getBytes(column);
              if (value != null) {
                look(place + " table " + table, value);
                lookIntoFrames(place + " table " + table, value);
              }
            }
          }
        }
      }
    }
  }

  private void lucene(String place, Path folder) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
          field(place, leaf.reader(), field.name);
        }
        for (int number = 0; number < leaf.reader().maxDoc(); number++) {
          Document document = leaf.reader().storedFields().document(number);
          for (IndexableField field : document) {
            byte[] value =
                field.binaryValue() == null
                    ? String.valueOf(field.stringValue()).getBytes(UTF_8)
                    : bytes(field.binaryValue());
            look(place + " stored " + field.name(), value);
          }
        }
      }
    }
  }

  private void field(String place, LeafReader segment, String field) throws IOException {
    Terms terms = segment.terms(field);
    if (terms != null) {
      TermsEnum each = terms.iterator();
      while (each.next() != null) {
        look(place + " terms of " + field, bytes(each.term()));
      }
    }
    SortedDocValues sorted = segment.getSortedDocValues(field);
    for (int i = 0; sorted != null && i < sorted.getValueCount(); i++) {
      look(place + " values of " + field, bytes(sorted.lookupOrd(i)));
    }
    SortedSetDocValues set = segment.getSortedSetDocValues(field);
    for (long i = 0; set != null && i < set.getValueCount(); i++) {
      look(place + " values of " + field, bytes(set.lookupOrd(i)));
    }
    BinaryDocValues binary = segment.getBinaryDocValues(field);
    while (binary != null && binary.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
      look(place + " values of " + field, bytes(binary.binaryValue()));
    }
  }

  private static byte[] bytes(BytesRef value) {
    return Arrays.copyOfRange(value.bytes, value.offset, value.offset + value.length);
  }
}
