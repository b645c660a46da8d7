package dateline.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Deliveries of made-up articles, for tests that need many. The same seed gives the same bytes.
public final class GeneratedArticles {
  private static final List<String> NAMES =
      List.of("Shinzo Abe", "Fumio Kishida", "Joe Biden", "Narendra Modi", "Mary Robinson");
  private static final List<String> PLACES =
      List.of("Tokyo", "Washington", "New Delhi", "Beijing", "Paris", "Canberra");
  private static final List<String> WORDS =
      List.of(
          "trade",
          "tariff",
          "summit",
          "alliance",
          "security",
          "harbour",
          "budget",
          "minister",
          "election",
          "steel",
          "treaty",
          "market",
          "coast",
          "navy",
          "energy",
          "harvest");

  private GeneratedArticles() {}

  /// Writes articles with the ids `first` to `first + count - 1`.
  public static Path write(Path file, int first, int count, long seed) throws IOException {
    var random = new Random(seed ^ first);
    var lines = new ArrayList<String>();
    for (int number = first; number < first + count; number++) {
      lines.add(
          """
          {"id": "made-%d", "headline": "%s talks in %s end", "published": "%d-%02d-%02d", "source": "Made-up Wire", "section": "%s", "body": "%s"}\
          """
              .formatted(
                  number,
                  capital(of(WORDS, random)),
                  of(PLACES, random),
                  1990 + random.nextInt(30),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28),
                  of(List.of("World", "Business", "Security"), random),
                  body(random)));
    }
    return Files.write(file, lines);
  }

  private static String body(Random random) {
    var body = new StringBuilder();
    for (int sentence = 0; sentence < 12; sentence++) {
      body.append(of(NAMES, random)).append(" said in ").append(of(PLACES, random)).append(" that");
      for (int word = 0; word < 10; word++) {
        body.append(' ').append(of(WORDS, random));
      }
      body.append(". ");
    }
    return body.toString();
  }

  private static String of(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
