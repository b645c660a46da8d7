package dateline.bench;

import dateline.corpus.Article;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.annotate.AnnotationJson;
import dateline.index.annotate.Annotator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Annotates articles in JSON Lines for `score_entities.py` and prints the speed of one core.
///
/// Arguments: a file with one article a line (`id`, `headline`, `dateline`, `body` or `text`; `.gz`
/// or plain), and the file to write.
public final class AnnotateBench {
  private AnnotateBench() {}

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    Gazetteer gazetteer = Gazetteer.builtIn();
    long loaded = System.nanoTime();
    var annotator = new Annotator(gazetteer);
    long built = System.nanoTime();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "gazetteer %d ms, annotator %d ms, %d MB in use, problems %d%n",
        (loaded - start) / 1_000_000,
        (built - loaded) / 1_000_000,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        gazetteer.problems().size());
    List<Article> articles = articles(Path.of(args[0]));
    try (var out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1])))) {
      articles.forEach(a -> out.println(AnnotationJson.line(a, annotator.annotate(a))));
    }
    long characters = articles.stream().mapToLong(a -> a.body().length()).sum();
    long begin = System.nanoTime();
    int entities = 0;
    for (Article article : articles) {
      entities += annotator.annotate(article).size();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%d articles, %d entities, %.0f articles/s, %.1f MB/s%n",
        articles.size(), entities, articles.size() / seconds, characters / seconds / 1e6);
  }

  private static List<Article> articles(Path file) throws IOException {
    var articles = new ArrayList<Article>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode json = JsonMapper.shared().readTree(line);
        String body = text(json, "body");
        String headline = text(json, "headline");
        String text = body == null ? text(json, "text") : body;
        if (text != null && (!text.isBlank() || (headline != null && !headline.isBlank()))) {
          articles.add(
              Article.builder(json.get("id").asString())
                  .headline(headline)
                  .dateline(text(json, "dateline"))
                  .body(text)
                  .build());
        }
      }
    }
    return articles;
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }
}
