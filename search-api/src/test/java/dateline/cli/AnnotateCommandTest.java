package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AnnotateCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void countsOffsetsInEachFieldAsItWasDelivered() throws Exception {
    String body =
        """
        \u0007\t\r
        \r
          \uD83D\uDE80 Shigeru Ishiba met Donald Trump in Tokyo.\r
        \r
        \tMr. Trump left\u0000 Japan for Brussels, the United Nations said.\t
        """;
    var article = JSON.createObjectNode().put("id", "a").put("body", body);
    article.put("headline", "\uD83D\uDE80 Ishiba meets Trump in Japan");
    Path file = Files.writeString(folder.resolve("a.jsonl"), article.toString());

    JsonNode line = JSON.readTree(Told.by("annotate", "--source", file).ended(0).out());

    Set<String> texts = new HashSet<>();
    for (String kind : Set.of("people", "places", "organizations")) {
      for (JsonNode entity : line.get(kind)) {
        for (JsonNode mention : entity.get("mentions")) {
          String field = article.get(mention.get("field").asString()).asString();
          int start = field.offsetByCodePoints(0, mention.get("start").asInt());
          int end = field.offsetByCodePoints(0, mention.get("end").asInt());
          assertEquals(mention.get("text").asString(), field.substring(start, end));
          texts.add(field.substring(start, end));
        }
      }
    }
    assertTrue(
        texts.containsAll(Set.of("Shigeru Ishiba", "Tokyo", "Trump", "Brussels", "United Nations")),
        texts::toString);
  }
}
