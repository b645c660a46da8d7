package dateline.corpus.gazetteer;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the packaged gazetteer files and, before each, the file of that name in the user's folder.
///
/// A file is UTF-8 with one row a line and tabs between cells. Lines that start with `#` and blank
/// lines are skipped; the first other line of a `.tsv` file names the columns. A line that does not
/// parse becomes a problem and the rest of the file is used.
final class GazetteerFiles {
  private final @Nullable Path folder;
  private final MessageDigest digest;
  private final List<GazetteerProblem> problems = new ArrayList<>();
  private final Set<String> lists = new TreeSet<>();

  GazetteerFiles(@Nullable Path folder) {
    this.folder = folder;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  <T> List<T> read(String name, Function<Row, T> parser) throws IOException {
    lists.add(name);
    var rows = new ArrayList<T>();
    if (folder != null && Files.exists(folder.resolve(name))) {
      Path file = folder.resolve(name);
      parse(file.toString(), Files.readAllBytes(file), parser, rows);
    }
    try (InputStream packaged = GazetteerFiles.class.getResourceAsStream(name)) {
      if (packaged == null) {
        throw new IllegalStateException("the program was packaged without the gazetteer " + name);
      }
      parse(name, packaged.readAllBytes(), parser, rows);
    }
    return List.copyOf(rows);
  }

  /// A file of the user's folder that is none of the lists is a slip of the pen.
  void checkNames() throws IOException {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        boolean isMeant =
            !name.startsWith(".") && !name.toLowerCase(Locale.ROOT).startsWith("readme");
        if (isMeant && !lists.contains(name)) {
          problems.add(
              new GazetteerProblem(
                  file.toString(),
                  0,
                  "no list is called so, and nothing was read from it; the lists are "
                      + String.join(", ", lists)));
        }
      }
    }
  }

  List<GazetteerProblem> problems() {
    return List.copyOf(problems);
  }

  /// Of everything read so far.
  String contentHash() {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private <T> void parse(String file, byte[] content, Function<Row, T> parser, List<T> rows)
      throws IOException {
    digest.update(content);
    var reader =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
    boolean isHeader = file.endsWith(".tsv");
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (isHeader) {
        isHeader = false;
        continue;
      }
      try {
        rows.add(parser.apply(Row.of(line)));
      } catch (IllegalArgumentException e) {
        problems.add(new GazetteerProblem(file, number, String.valueOf(e.getMessage())));
      }
    }
  }
}
