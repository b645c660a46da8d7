package dateline.bench;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.invent.InventedArticles;
import dateline.index.IndexOptions;
import dateline.index.IndexRun;
import dateline.index.Progress.Stage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;

/// Measures what it takes to find reprints, of a whole run over invented archives of which every
/// eleventh article is one: its original without a sentence and with other words here and there.
///
/// Arguments: an empty folder, then numbers of articles.
public final class GroupingBench {
  private static final int ORIGINALS = 10;
  private static final int WORDS_FOR_AN_EDIT = 40;

  private GroupingBench() {}

  public static void main(String[] args) throws Exception {
    Gazetteer gazetteer = Gazetteer.builtIn();
    for (int i = 1; i < args.length; i++) {
      int articles = Integer.parseInt(args[i]);
      Path delivery = delivery(Path.of(args[0]), articles, gazetteer);
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long[] wall = new long[2];
      long[] busy = new long[2];
      var options =
          new IndexOptions(Path.of(args[0], "home-" + articles), List.of(delivery), "", 2);
      long begin = System.nanoTime();
      var run =
          new IndexRun(
              options,
              gazetteer,
              Clock.systemUTC(),
              (stage, done, _) -> {
                if (stage == Stage.GROUPING) {
                  wall[done == 0 ? 0 : 1] = System.nanoTime();
                  busy[done == 0 ? 0 : 1] = threads.getCurrentThreadCpuTime();
                }
              });
      run.run();
      System.out.printf(
          "%,d articles: whole run %.1f s, grouping %.2f s (%.2f s of its thread)%n",
          articles,
          (System.nanoTime() - begin) / 1e9,
          (wall[1] - wall[0]) / 1e9,
          (busy[1] - busy[0]) / 1e9);
    }
  }

  private static Path delivery(Path folder, int articles, Gazetteer gazetteer) throws IOException {
    Path originals = folder.resolve("originals.jsonl");
    int count = articles * ORIGINALS / (ORIGINALS + 1);
    new InventedArticles(gazetteer, articles).write(originals, count, _ -> {});
    Path delivery = folder.resolve("delivery-" + articles + ".jsonl");
    var random = new SplittableRandom(articles);
    try (BufferedReader in = Files.newBufferedReader(originals);
        BufferedWriter out = Files.newBufferedWriter(delivery)) {
      int read = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write(line + "\n");
        if (++read % ORIGINALS == 0) {
          out.write(reprint(line, random) + "\n");
        }
      }
    }
    Files.delete(originals);
    return delivery;
  }

  /// Another id, the last sentence left out, and every fortieth word another one.
  private static String reprint(String line, SplittableRandom random) {
    int body = line.indexOf("\"body\":\"") + 8;
    String text = line.substring(body);
    int cut = text.lastIndexOf(". ");
    var edited = new StringBuilder();
    for (String word :
        (cut < 0 ? text.substring(0, text.length() - 2) : text.substring(0, cut + 1)).split(" ")) {
      edited.append(edited.isEmpty() ? "" : " ");
      boolean isOther = random.nextInt(WORDS_FOR_AN_EDIT) == 0 && word.matches("[a-z]+");
      edited.append(isOther ? "another" : word);
    }
    return line.substring(0, body).replaceFirst("\"id\":\"", "\"id\":\"reprint-") + edited + "\"}";
  }
}
