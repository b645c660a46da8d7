package dateline.corpus.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.difference.TextDifference.Kind;
import dateline.corpus.difference.TextDifference.Run;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextDifferenceTest {
  /// What makes texts hard to cut: marks, pairs, joined signs, scripts without spaces.
  private static final List<String> WORDS =
      List.of(
          "trade",
          "Japan's",
          "1.3",
          "2,015",
          "US-Japan",
          "é",
          "e\u0301te\u0301",
          "日本",
          "東京都",
          "ประเทศไทย",
          "한국은",
          "👩‍👩‍👧‍👦",
          "🇯🇵🇫🇷",
          "👍🏽",
          "𝒜",
          "\uD835",
          "“said”",
          "—",
          "...",
          "$300");

  private static final List<String> GAPS =
      List.of(" ", " ", " ", " ", "  ", "\n", ", ", ". ", "\n\n", "\n\n", "\n  ", "\r\n", "\t", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          by 2015, or so.|by 2020, or so.|by [-2015][+2020], or so.
          1.3 million years|1.3 billion years|1.3 [-million][+billion] years
          the drains of 1890|the old drains of 1890|the [+old ]drains of 1890
          Japan's yen rose|The yen of Japan rose|[-Japan's][+The] yen[+ of Japan] rose
          one red house on the hill|one very small barn on the hill|one [-red house][+very small barn] on the hill
          日本の首相が訪米した|日本の大臣が訪米した|日本の[-首相][+大臣]が訪米した
          e\u0301te\u0301 a\u0301|e\u0301te\u0301 a\u0300|e\u0301te\u0301 [-a\u0301][+a\u0300]
          👩‍👩‍👧 here|👩‍👩‍👦 here|[-👩‍👩‍👧][+👩‍👩‍👦] here
          same words|same words|same words
          """)
  void marksWords(String before, String after, String marked) {
    assertEquals(marked, marked(TextDifference.between(before, after)));
  }

  @Test
  void marksWholeParagraphsThatComeAndGo() {
    String first = "Rain fell all night on the lower town and the river rose.";
    String second = "The mayor promised new drains within two years.";
    String third = "Schools stay closed until Monday, the council said.";

    assertEquals(
        first + "\n\n[-" + second + "\n\n][+" + third + "\n\n]" + first,
        marked(
            TextDifference.between(
                String.join("\n\n", first, second, first),
                String.join("\n\n", first, third, first))));
    assertEquals(
        first + "[+\n\n" + third + "]",
        marked(TextDifference.between(first, first + "\n\n" + third)));
    assertEquals("[+" + first + "]", marked(TextDifference.between("", first)));
  }

  @Test
  void findsTheParagraphThatChangedAmongThoseThatMoved() {
    String rain = "Rain fell all night on the lower town and the river rose by a metre.";
    String mayor = "The mayor promised new drains within two years.";

    TextDifference difference =
        TextDifference.between(mayor, rain + "\n\n" + mayor.replace("two", "three"));

    assertEquals(
        "[+" + rain + "\n\n]The mayor promised new drains within [-two][+three] years.",
        marked(difference));
    assertEquals(List.of(16, 1), List.of(difference.wordsAdded(), difference.wordsRemoved()));
  }

  @Test
  void whatResemblesNothingIsNotTakenApart() {
    String flood = "The water came at night, and the town was under a metre of it by the morning.";
    String match = "In the second half the visitors scored, and the match was over for the hosts.";

    assertEquals("[-" + flood + "][+" + match + "]", marked(TextDifference.between(flood, match)));
  }

  /// One word changes in each; of the second, nothing is looked into.
  @Test
  void aParagraphBeyondTheLimitIsReplacedAsAWhole() {
    String longest = "word ".repeat(ParagraphText.LENGTH_MAX / 5 - 1) + "lasts";
    String tooLong = longest + "!!!!!";

    assertEquals(
        List.of(Kind.EQUAL, Kind.DELETE, Kind.INSERT),
        kinds(TextDifference.between(longest, longest.replace("lasts", "ended"))));
    assertEquals(
        List.of(Kind.DELETE, Kind.INSERT),
        kinds(TextDifference.between(tooLong, tooLong.replace("lasts", "ended"))));
  }

  @Test
  void moreEditsThanTheLimitReplaceTheParagraphAsAWhole() {
    int fitting = ShortestEdit.EDITS_MAX / 2;

    assertEquals(1, difference(fitting).paragraphs().size());
    assertEquals(2, difference(fitting + 1).paragraphs().size());
  }

  @Test
  void textsBeyondTheLimitAreNotCompared() {
    String paragraph = "Rain fell.\n\n";
    String longest = paragraph.repeat(TextDifference.LENGTH_MAX / 2 / paragraph.length() - 1);
    String tooLong = longest + paragraph.repeat(3);

    assertEquals(
        List.of(Kind.EQUAL, Kind.INSERT),
        kinds(TextDifference.between(longest, longest + "It stopped.")));
    assertEquals(
        List.of(Kind.DELETE, Kind.INSERT),
        kinds(TextDifference.between(tooLong, tooLong + "It stopped.")));
    assertTrue(TextDifference.between(tooLong, tooLong).isNone());
  }

  @Test
  void oneNameReplacedAllOverIsMarkedInEveryParagraph() {
    String before =
        IntStream.range(0, 400)
            .mapToObj(number -> "Mayor Okoro spoke of drain number " + number + ".\n\n")
            .collect(Collectors.joining());

    TextDifference difference = TextDifference.between(before, before.replace("Okoro", "Lopez"));

    assertEquals(List.of(400, 400), List.of(difference.wordsAdded(), difference.wordsRemoved()));
  }

  /// Every fifth word is another.
  private static TextDifference difference(int changes) {
    String before =
        IntStream.range(0, changes)
            .mapToObj(i -> "a" + i + " b c d e ")
            .collect(Collectors.joining());
    return TextDifference.between(before, before.replace("a", "z"));
  }

  /// Texts made to be hard: two letters at random, so that every path is as good as any other.
  @Test
  void hardTextsTakeBoundedEffort() {
    var random = new Random(1);
    var effort = new Effort(TextDifference.EFFORT_MAX);
    int[] one = random.ints(200_000, 0, 2).toArray();
    int[] other = random.ints(200_000, 2, 4).toArray();

    assertEquals(null, ShortestEdit.of(one, other, effort));
    assertTrue(effort.spend(0), "far apart, but cheap to see");
    assertEquals(null, ShortestEdit.of(one, random.ints(200_000, 0, 2).toArray(), new Effort(10)));
  }

  @Test
  void aSpentEffortReplacesWhatIsLeft() {
    var numbers = new HashMap<String, Integer>();
    List<ParagraphText> before = ParagraphText.of("one two three\n\nfour five six", numbers);
    List<ParagraphText> after = ParagraphText.of("one two 3\n\nfour five 6", numbers);

    assertEquals(
        List.of(
            List.of(new Run(Kind.DELETE, "one two three\n\n")),
            List.of(new Run(Kind.DELETE, "four five six")),
            List.of(new Run(Kind.INSERT, "one two 3\n\n")),
            List.of(new Run(Kind.INSERT, "four five 6"))),
        new Comparison(before, after, new Effort(0)).paragraphs());
  }

  /// The fewest edits, against the table of all prefixes.
  @Test
  void findsAsMuchThatStaysAsThereIs() {
    int seeds = System.getProperty("test.counts", "short").equals("long") ? 20_000 : 500;
    for (int seed = 0; seed < seeds; seed++) {
      var random = new Random(seed);
      int[] before = random.ints(random.nextInt(30), 0, 1 + random.nextInt(6)).toArray();
      int[] after = random.ints(random.nextInt(30), 0, 1 + random.nextInt(6)).toArray();

      int[] kept = Objects.requireNonNull(ShortestEdit.of(before, after, new Effort(1_000_000)));

      String where = "seed " + seed;
      int last = -1;
      int stays = 0;
      for (int i = 0; i < before.length; i++) {
        if (kept[i] >= 0) {
          assertEquals(before[i], after[kept[i]], where);
          assertTrue(kept[i] > last, where);
          last = kept[i];
          stays++;
        }
      }
      assertEquals(longestCommon(before, after), stays, where);
    }
  }

  /// What stays and goes is the old text, what stays and comes the new one, and no letter is cut.
  @Test
  void leadsFromTheOldTextToTheNew() {
    int seeds = System.getProperty("test.counts", "short").equals("long") ? 100_000 : 2000;
    for (int seed = 0; seed < seeds; seed++) {
      var random = new Random(seed);
      List<String> draft = new ArrayList<>();
      for (int i = random.nextInt(120); i > 0; i--) {
        draft.add(any(WORDS, random) + any(GAPS, random));
      }
      String before = String.join("", draft);
      String after = edited(draft, random);

      TextDifference difference = TextDifference.between(before, after);

      String where =
          "seed %d (all seeds: mvn -pl corpus verify -Dtest=TextDifferenceTest -Dtest.counts=long)"
              .formatted(seed);
      assertEquals(before, without(Kind.INSERT, difference.runs()), where);
      assertEquals(after, without(Kind.DELETE, difference.runs()), where);
      assertEquals(before.equals(after), difference.isNone(), where);
      for (Kind kind : List.of(Kind.INSERT, Kind.DELETE)) {
        assertCutsNoLetter(difference.runs(), kind, where);
      }
    }
  }

  private static String edited(List<String> draft, Random random) {
    var words = new ArrayList<>(draft);
    for (int edits = random.nextInt(12); edits > 0; edits--) {
      int at = random.nextInt(words.size() + 1);
      switch (random.nextInt(3)) {
        case 0 -> words.add(at, any(WORDS, random) + any(GAPS, random));
        case 1 -> words.subList(at, Math.min(words.size(), at + random.nextInt(9))).clear();
        default -> words.addAll(at, List.copyOf(words.subList(0, Math.min(5, words.size()))));
      }
    }
    return String.join("", words);
  }

  private static void assertCutsNoLetter(List<Run> runs, Kind leftOut, String where) {
    String text = without(leftOut, runs);
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int at = 0;
    for (Run run : runs) {
      if (run.kind() != leftOut) {
        assertTrue(letters.isBoundary(at), where);
        at += run.text().length();
      }
    }
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String without(Kind kind, List<Run> runs) {
    return runs.stream()
        .filter(run -> run.kind() != kind)
        .map(Run::text)
        .collect(Collectors.joining());
  }

  private static List<Kind> kinds(TextDifference difference) {
    return difference.runs().stream().map(Run::kind).toList();
  }

  private static String marked(TextDifference difference) {
    return difference.runs().stream()
        .map(run ->
            switch (run.kind()) {
              case EQUAL -> run.text();
              case INSERT -> "[+" + run.text() + "]";
              case DELETE -> "[-" + run.text() + "]";
            })
        .collect(Collectors.joining());
  }

  private static int longestCommon(int[] before, int[] after) {
    int[][] longest = new int[before.length + 1][after.length + 1];
    for (int i = before.length - 1; i >= 0; i--) {
      for (int j = after.length - 1; j >= 0; j--) {
        longest[i][j] =
            before[i] == after[j]
                ? 1 + longest[i + 1][j + 1]
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest[0][0];
  }
}
