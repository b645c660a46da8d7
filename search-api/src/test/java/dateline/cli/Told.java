package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What one command line told, and how it ended.
record Told(int exit, String out, String err) {
  /// Runs the command in this JVM.
  static Told by(Object... words) {
    return by(Configuration.NONE, words);
  }

  static Told by(Configuration configuration, Object... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit = Main.run(configuration, texts(words), new PrintWriter(out), new PrintWriter(err));
    return new Told(exit, out.toString(), err.toString());
  }

  /// Runs the command as a process of its own.
  ///
  /// @param prefix what stands before `java`, such as a change of user
  static Told byProcess(List<String> prefix, Object... words)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("dateline", ".out");
    Path err = Files.createTempFile("dateline", ".err");
    try {
      int exit =
          process(prefix, words)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      return new Told(exit, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  static ProcessBuilder process(List<String> prefix, Object... words) {
    var command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx400m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(texts(words)));
    var builder = new ProcessBuilder(command);
    builder.environment().put("DATELINE_CONFIG", ""); // that of the machine is not under test
    return builder;
  }

  /// Ended with this code, and told nothing that only a programmer reads.
  Told ended(int code) {
    assertEquals(code, exit, this::toString);
    for (String jargon : List.of("\tat ", "Exception", "Error:", "bug in Dateline")) {
      assertFalse((out + err).contains(jargon), this::toString);
    }
    return this;
  }

  private static String[] texts(Object[] words) {
    var texts = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      texts[i] = words[i].toString();
    }
    return texts;
  }

  @Override
  public String toString() {
    return "exit " + exit + "\n" + out + err;
  }
}
