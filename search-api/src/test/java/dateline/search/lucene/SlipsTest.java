package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PersonName;
import dateline.search.IndexedHome;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.Facet;
import dateline.search.engine.Hit;
import dateline.search.engine.RequestReader;
import dateline.search.engine.Respelling;
import dateline.search.engine.SearchPage;
import dateline.search.lucene.RandomSlips.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often the sample archive tells what a mistyped word was meant to be, and that it leaves
/// right words alone.
final class SlipsTest {
  private static final List<Kind> KINDS = List.of(Kind.values());

  private static final long SEED = Long.getLong("slips.seed", 20_261_123);
  private static final int SLIPS = 200;
  private static final double RIGHT_MIN = 0.9;
  private static final int NAMES = 200;
  private static final Pattern WORD = Pattern.compile("[a-z]{5,}");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static LuceneEngine engine;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Gazetteer gazetteer;

  /// Articles of each word.
  private static final Map<String, Set<String>> ARTICLES = new TreeMap<>();

  private static final Map<String, List<String>> WORDS = new TreeMap<>();

  @BeforeAll
  static void index() throws Exception {
    IndexedHome home = IndexedHome.at(folder.resolve("home"));
    home.index(IndexedHome.sampleArticles());
    engine = home.open();
    gazetteer = home.gazetteer();
    String cursor = null;
    do {
      SearchPage page = page(cursor == null ? Map.of() : Map.of("cursor", cursor));
      for (Hit hit : page.hits()) {
        Article article = engine.find(hit.id()).orElseThrow().article();
        List<String> words =
            Stream.of(Zone.HEADLINE, Zone.SUBHEAD, Zone.LEAD, Zone.BODY)
                .flatMap(zone -> words(article.text(zone)).stream())
                .toList();
        WORDS.put(hit.id().value(), words);
        words.forEach(
            word -> ARTICLES.computeIfAbsent(word, _ -> new TreeSet<>()).add(hit.id().value()));
      }
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  @AfterAll
  static void close() throws Exception {
    if (engine != null) {
      engine.close();
    }
  }

  /// @param beside a word of an article that holds the word meant
  private record Mistyped(Kind kind, String meant, String typed, String beside) {}

  @Test
  void tellsWhatMistypedWordsWereMeantToBe() throws Exception {
    var wrong = new ArrayList<String>();
    for (Mistyped word : mistyped()) {
      @Nullable String proposed = proposed(word.typed());
      if (!word.meant().equals(proposed)) {
        wrong.add(word + " gave " + proposed);
      }
    }

    assertRight(wrong);
  }

  @Test
  void tellsItBesideAnotherWord() throws Exception {
    var wrong = new ArrayList<String>();
    for (Mistyped word : mistyped()) {
      @Nullable String proposed = proposed(word.beside() + " " + word.typed());
      if (!(word.beside() + " " + word.meant()).equals(proposed)) {
        wrong.add(word + " gave " + proposed);
      }
    }

    assertRight(wrong);
  }

  private static void assertRight(List<String> wrong) {
    assertTrue(
        SLIPS - wrong.size() >= RIGHT_MIN * SLIPS,
        () ->
            wrong.size()
                + " of "
                + SLIPS
                + " wrong; again with -Dslips.seed="
                + SEED
                + "\n"
                + String.join("\n", wrong));
  }

  private static List<Mistyped> mistyped() {
    var random = new Random(SEED);
    var slips = new RandomSlips(random);
    Set<String> listed = Set.copyOf(gazetteer.smallWords());
    List<String> frequent =
        ARTICLES.entrySet().stream()
            .filter(word -> WORD.matcher(word.getKey()).matches() && word.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .toList();
    var mistyped = new ArrayList<Mistyped>();
    while (mistyped.size() < SLIPS) {
      Kind kind = KINDS.get(mistyped.size() % KINDS.size());
      String word = frequent.get(random.nextInt(frequent.size()));
      String typed = slips.of(word, kind);
      if (!ARTICLES.containsKey(typed) && !listed.contains(typed)) {
        mistyped.add(new Mistyped(kind, word, typed, beside(word, random)));
      }
    }
    return mistyped;
  }

  private static String beside(String word, Random random) {
    List<String> articles = List.copyOf(ARTICLES.getOrDefault(word, Set.of()));
    List<String> words =
        WORDS.getOrDefault(articles.get(random.nextInt(articles.size())), List.of()).stream()
            .filter(other -> WORD.matcher(other).matches() && !other.equals(word))
            .toList();
    return words.get(random.nextInt(words.size()));
  }

  @Test
  void leavesRareNamesAlone() throws Exception {
    var random = new Random(SEED);
    var names = new LinkedHashSet<String>();
    Facet people =
        page(Map.of("facet", "person", "facet.person.limit", "1000", "limit", "0"))
            .facets()
            .getFirst();
    List<String> once =
        new ArrayList<>(
            people.items().stream()
                .filter(item -> item.count() == 1)
                .map(Facet.Item::label)
                .toList());
    Collections.shuffle(once, random);
    names.addAll(once.subList(0, NAMES / 2));
    List<String> absent =
        new ArrayList<>(
            Stream.concat(
                    Stream.concat(gazetteer.familyNames().stream(), gazetteer.firstNames().stream())
                        .map(PersonName::name),
                    gazetteer.placeNames().stream().map(place -> place.name()))
                .filter(name -> !ARTICLES.containsKey(name.toLowerCase(Locale.ROOT)))
                .toList());
    Collections.shuffle(absent, random);
    names.addAll(absent.subList(0, NAMES));
    var corrected = new ArrayList<String>();
    for (String name : names) {
      for (String query :
          List.of(name, name.toLowerCase(Locale.ROOT), name.replaceFirst(".* ", ""))) {
        @Nullable String proposed = proposed(query);
        if (proposed != null) {
          corrected.add(query + " gave " + proposed);
        }
      }
    }

    assertEquals(List.of(), corrected, "again with -Dslips.seed=" + SEED);
  }

  @Test
  void leavesTheJudgedTopicsAlone() throws Exception {
    var corrected = new ArrayList<String>();
    for (String file : List.of("topics.tsv", "narratives.tsv")) {
      for (String line :
          Files.readAllLines(
              Path.of(System.getProperty("dateline.root"), "corpus", "judgments", file))) {
        String query = line.split("\t")[1];
        @Nullable String proposed = proposed(query);
        if (proposed != null) {
          corrected.add(query + " gave " + proposed);
        }
      }
    }

    assertEquals(List.of(), corrected);
  }

  private static @Nullable String proposed(String query) throws IOException {
    Respelling suggestion =
        page(Map.of("q", query, "limit", "1", "facet", "none", "snippets", "0")).suggestion();
    return suggestion == null ? null : suggestion.text();
  }

  private static SearchPage page(Map<String, String> parameters) throws IOException {
    Map<String, List<String>> lists =
        parameters.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    return engine.search(
        new RequestReader(DoorDefaults.API, IndexedHome.CLOCK).read(lists).request());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).toList();
  }
}
