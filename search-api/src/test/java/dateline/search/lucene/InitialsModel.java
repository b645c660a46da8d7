package dateline.search.lucene;

import java.nio.file.Path;

/// A model to which texts mean the letters that their words begin with: as a plugin, and as
/// arithmetic to compare with.
public final class InitialsModel {
  private static final String SOURCE =
      """
      package acme;

      import dateline.index.meaning.TextEncoder;
      import java.io.IOException;
      import java.io.UncheckedIOException;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.nio.file.StandardOpenOption;
      import java.util.Locale;

      public final class Initials implements TextEncoder {
        @Override
        public String version() {
          return "acme-initials VERSION";
        }

        @Override
        public int wordsMax() {
          return 1000;
        }

        @Override
        public float[] vector(String text) {
          try {
            Files.writeString(
                Path.of("FILE"), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          float[] vector = new float[26];
          for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (!word.isEmpty()) {
              vector[word.charAt(0) - 'a']++;
            }
          }
          double length = 0;
          for (float each : vector) {
            length += each * each;
          }
          for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(length);
          }
          return vector;
        }
      }
      """;

  private InitialsModel() {}

  /// Of the class `acme.Initials`, which writes a letter into a file for each text that it reads.
  public static String source(String version, Path file) {
    return SOURCE.replace("VERSION", version).replace("FILE", file.toString());
  }

  /// The unrounded vector of a text.
  static double[] vector(String text) {
    double[] vector = new double[26];
    double length = 0;
    for (String word : text.split("[^a-zA-Z]+")) {
      if (!word.isEmpty()) {
        vector[Character.toLowerCase(word.charAt(0)) - 'a']++;
      }
    }
    for (double each : vector) {
      length += each * each;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= Math.sqrt(length);
    }
    return vector;
  }
}
