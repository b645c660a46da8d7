package dateline.corpus.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class JsonListReaderTest {
  private static final String A = "{\"id\":\"a\",\"title\":\"T\"}";
  private static final String B = "{\"id\":\"b\",\"title\":\"T\"}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          on one line        | [A,B]                                  | 1 1
          line by line       | [¶A,¶B¶]                               | 2 3
          indented           | ¶[¶  A,¶¶  B¶]¶                        | 3 5
          in an object       | {"status":"ok","total":2,"articles":[A,B],"next":{"page":2}} | 1 1
          below an object    | {¶  "page": {"of":[{"x":1}]},¶  "docs": [¶    A,¶    B¶  ]¶}¶ | 4 5
          commas too many    | [A,,B,]                                | 1 1
          commas too few     | [A B]                                  | 1 1
          """)
  void readsEachFormOfList(String why, String form, String lines) throws IOException {
    String content = form.replace("A", A).replace("B", B).replace('¶', '\n');
    String[] line = lines.split(" ");

    assertEquals(
        List.of(
            "x.json:%s (article 1): a".formatted(line[0]),
            "x.json:%s (article 2): b".formatted(line[1])),
        told(content),
        why);
  }

  @Test
  void readsAnArticleOverSeveralLines() throws IOException {
    String content =
        """
        [
          {
            "id": "a",
            "title": "Braces } ] in \\"text\\" {",
            "author": [
              {
                "name": "Ana Ruiz"
              },
              {
                "name": "Bo Li"
              }
            ]
          }
        ]
        """;

    var accepted = Readings.accepted(folder, "x.json", content);

    assertEquals("Braces } ] in \"text\" {", accepted.article().headline());
    assertEquals("Ana Ruiz, Bo Li", accepted.article().byline());
    assertEquals(new Place(folder + "/x.json", 2, 1), accepted.where());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":"x","title":T}           | not valid JSON at column 19, near ‹","title":T}›. Check for a missing comma, quotation mark or brace
          {"id":"x",¶"title":T}          | not valid JSON at line 3, column 9, near ‹, "title":T}›. Check for a missing comma, quotation mark or brace
          {"id":"x","keywords":["k"}     | not valid JSON at column 26, near ‹ords":["k"}›. Check for a missing comma, quotation mark or brace
          {"id":"x","title":"T           | the element has lost a quotation mark or its closing brace before the next one begins
          {"id":"x","title":"T},         | the element has lost a quotation mark or its closing brace before the next one begins
          {"id":"x","title":"T",         | the element has lost a quotation mark or its closing brace before the next one begins
          {"id":"x"}                     | the article has neither headline nor body
          "text, with a comma"           | the element is no article: it begins with ‹"text, with a comma"›; each element holds one article as {…}
          [["x"]]                        | the element is no article: it begins with ‹[["x"]]›; each element holds one article as {…}
          17                             | the element is no article: it begins with ‹17›; each element holds one article as {…}
          {"title":"Café"}               | not UTF-8: 0xE9 at byte 14 looks like Windows-1252 (‹é›); convert the file with: iconv -f WINDOWS-1252 -t UTF-8
          """)
  void rejectsAnElementAndGoesOn(String element, String reason) throws IOException {
    boolean isOfTwoLines = element.contains("¶");
    String start = isOfTwoLines ? "[" : "[\n"; // so that the next one begins in line 4
    String content = start + A + ",\n" + element.replace('¶', '\n') + ",\n" + B + "\n]";
    byte[] bytes = content.getBytes(ISO_8859_1);

    List<Reading> readings = Readings.of(folder, "x.json", bytes);

    int line = isOfTwoLines ? 2 : 3;
    assertEquals(
        List.of(
            "x.json:%d (article 1): a".formatted(line - 1),
            "x.json:%d (article 2): rejected, ".formatted(line) + reason,
            "x.json:4 (article 3): b"),
        Readings.told(folder, readings));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                    | x.json: rejected, the list holds no article
          [A                    | x.json:1 (article 1): a; x.json:1: rejected, the file ends before the list does. Was it cut off?
          [A,¶{"title":"B       | x.json:1 (article 1): a; x.json:2 (article 2): rejected, the element ends inside a string (column 11). Was the file cut off?
          [A,¶{"title":¶"B",    | x.json:1 (article 1): a; x.json:2 (article 2): rejected, the element ends before its closing brace (line 3, column 4). Was the file cut off?
          [A]¶[B]               | x.json:1 (article 1): a; x.json:2: rejected, more text follows the end of the list; it is not read
          {"docs":[A]}¶B        | x.json:1 (article 1): a; x.json:2: rejected, more text follows the end of the list; it is not read
          """)
  void saysHowTheListEnds(String form, String told) throws IOException {
    String content = form.replace("\"B", "¤").replace("A", A).replace("B", B).replace("¤", "\"B");

    assertEquals(told, String.join("; ", told(content.replace('¶', '\n'))));
  }

  /// A list of objects in an article is no list of articles.
  @Test
  void takesAnArticleWithALinkedListForALine() throws IOException {
    String line = "{\"id\":\"a\",\"title\":\"T\",\"articles\":[{\"title\":\"Linked\"}]}\n";

    assertEquals(List.of("x.json:1: a"), told(line));
    assertEquals(List.of("x.json:1: a"), told("{\"author\":[{\"name\":\"N\"}]," + A.substring(1)));
  }

  @Test
  void skipsAnElementBeyondTheLimit() throws IOException {
    String content =
        "[{\"title\":\"%s\"},%s]".formatted("x".repeat(JsonListReader.ARTICLE_BYTES_MAX), B);

    assertEquals(
        List.of(
            "x.json:1 (article 1): rejected, the element is longer than 16 MiB; each element holds one"
                + " article",
            "x.json:1 (article 2): b"),
        told(content));
  }

  @Test
  void keepsTheBytesOfWhatItRejects() throws IOException {
    var rejected =
        (Reading.Rejected)
            Readings.of(folder, "x.json", ("[" + A + ", {\"id\": 1} ]").getBytes(UTF_8)).getLast();

    assertArrayEquals("{\"id\": 1}".getBytes(UTF_8), rejected.bytes());
  }

  /// However records are laid out, they are read as from JSON Lines; and however the file is
  /// mangled, reading ends, with every article that lies before the damage.
  @Test
  void readsWhatJsonLinesWouldAndSurvivesDamage() throws IOException {
    int seeds = System.getProperty("test.counts", "short").equals("long") ? 20_000 : 300;
    for (int seed = 0; seed < seeds; seed++) {
      var random = new Random(seed);
      List<String> records =
          IntStream.range(0, 1 + random.nextInt(12)).mapToObj(id -> record(id, random)).toList();
      String list = laidOut(records, random);
      String repeat =
          "seed %d: %s%n(all seeds: mvn -pl corpus verify -Dtest=JsonListReaderTest -Dtest.counts=long)"
              .formatted(seed, list);

      List<String> articles = articles(Readings.of(folder, "x.json", list.getBytes(UTF_8)));

      byte[] lines = String.join("\n", records).getBytes(UTF_8);
      assertEquals(articles(Readings.of(folder, "x.jsonl", lines)), articles, repeat);
      byte[] damaged = list.getBytes(UTF_8);
      int at = 1 + random.nextInt(damaged.length - 1);
      damaged[at] = (byte) "\"{}[],:x\n\\".charAt(random.nextInt(10));
      List<String> left = articles(Readings.of(folder, "x.json", damaged));
      int whole = wholeBefore(at, list, records.size());
      assertEquals(articles.subList(0, whole), left.subList(0, whole), repeat);
    }
  }

  private static String record(int id, Random random) {
    var node = JsonMapper.shared().createObjectNode().put("id", "r" + id);
    String signs = "ab\"{}[],:\\\n é東😀";
    String text =
        random
            .ints(random.nextInt(40), 0, 12)
            .mapToObj(sign -> signs.substring(sign, sign + 1))
            .collect(Collectors.joining());
    node.put("body", "B" + text);
    node.putArray("author").addObject().put("name", "N" + text);
    return node.toString();
  }

  private static String laidOut(List<String> records, Random random) {
    boolean isPretty = random.nextBoolean();
    String gap = List.of("", " ", "\n", "\n  ", "\r\n\t").get(random.nextInt(5));
    var mapper = JsonMapper.shared();
    return records.stream()
        .map(record -> isPretty ? mapper.readTree(record).toPrettyString() : record)
        .collect(Collectors.joining("," + gap, "[" + gap, gap + "]"));
  }

  /// How many records end before this byte: those before the last whose id is to be seen.
  private static int wholeBefore(int at, String list, int records) {
    String start = new String(Arrays.copyOf(list.getBytes(UTF_8), at), UTF_8).replaceAll("\\s", "");
    return (int)
        IntStream.range(1, records).filter(id -> start.contains("\"id\":\"r" + id + "\"")).count();
  }

  private static List<String> articles(List<Reading> readings) {
    var articles = new ArrayList<String>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Accepted accepted) {
        articles.add(accepted.article().toString());
      }
    }
    return articles;
  }

  private List<String> told(String content) throws IOException {
    return Readings.told(folder, Readings.of(folder, "x.json", content.getBytes(UTF_8)));
  }
}
