package dateline.corpus.invent;

import dateline.corpus.gazetteer.Gazetteer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An endless archive, invented from a seed: the same seed gives the same bytes. It needs the same
/// memory for ten articles as for ten million.
///
/// Vocabulary, frequencies of words and lengths are like those of news, see [Vocabulary] and
/// [Story]; dates lie evenly between 1950 and 2025.
public final class InventedArticles {
  private static final long FIRST_SECOND = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

  private static final List<String> SOURCES =
      List.of(
          "Invented Wire", "The Morning Fable", "Evening Figment", "Made-up Post", "Pacific Myth");
  private static final List<String> SECTIONS =
      List.of("World", "Business", "Politics", "Security", "Sport", "Science", "Arts");

  private final SplittableRandom random;
  private final Names names;
  private final Vocabulary vocabulary;
  private long articles;

  public InventedArticles(Gazetteer gazetteer, long seed) {
    random = new SplittableRandom(seed);
    names = new Names(gazetteer, random);
    vocabulary = new Vocabulary(random);
  }

  /// Writes the next articles as JSON Lines into a new file; the ids go on from the last call.
  ///
  /// @param progress told after each article how many this call has written
  public void write(Path file, long count, LongConsumer progress) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (long written = 1; written <= count; written++) {
        out.write(next());
        out.write('\n');
        progress.accept(written);
      }
    }
  }

  /// The next article as one line of JSON, without its end.
  String next() {
    articles++;
    var story = new Story(random, vocabulary, names, articles);
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", "invented-" + articles);
    json.put("headline", story.headline());
    json.put(
        "published", Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, LAST_SECOND)).toString());
    json.put("source", oneOf(SOURCES));
    json.put("section", oneOf(SECTIONS));
    if (random.nextInt(5) > 0) {
      json.put("byline", "By " + names.person(articles).full());
    }
    json.put("dateline", story.place().toUpperCase(Locale.ROOT));
    json.put("body", story.body());
    return json.toString();
  }

  /// The first ones more often.
  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(1 + random.nextInt(choices.size())));
  }
}
