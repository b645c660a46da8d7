package dateline.index.annotate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an archive teaches about names: whom a family name alone stands for, and which ordinary
/// words are names here. Immutable.
///
/// Two people of one first and family name are told apart by middle initials where a good part of
/// the articles that give any differ in them (_George W. Bush_, _George H. W. Bush_).
///
/// A family name stands for a person when nearly all articles that give it a first name give that
/// person's, or when a word beside it was before no other bearer (_Treasury's Baker_).
///
/// The offices of a person are those that stand before the name in a good part of the articles.
///
/// File: UTF-8, tabs between cells; `name` and a word, or `person`, family name, full name, its
/// first name as people compare it, `family` or `given` for the name that comes first, number of
/// articles, articles with any bearer, and telling title words separated by `|`; or `namesakes`,
/// the key of a name, and middle initials that tell its bearers apart, separated by `|`; or
/// `offices`, the key of a name, and its bearer's offices, separated by `|`.
public final class LearnedNames {
  /// Its name in a folder of learned tables.
  public static final String FILE = "names.tsv";

  public static final LearnedNames NONE = new LearnedNames(Set.of(), Map.of(), Map.of(), Map.of());

  /// Articles that a person must be in before a family name alone is believed.
  private static final int ARTICLES_MIN = 3;

  /// Share of the bearers' articles from which evidence is nearly unanimous.
  private static final double SHARE_MIN = 0.9;

  private static final int CAPITALS_MIN = 5;

  /// Articles, and their share of those with any initials, from which initials are no slip.
  private static final int NAMESAKE_ARTICLES_MIN = 2;

  private static final double NAMESAKE_SHARE_MIN = 0.1;

  /// Articles, and their share of those with the person, that make an office more than a slip or a
  /// past one.
  private static final int OFFICE_ARTICLES_MIN = 2;

  private static final double OFFICE_SHARE_MIN = 0.3;

  /// @param articles that name the person in full
  /// @param ofFamily articles that name anyone of that family name in full, each once a person
  /// @param titles words that stand before this person's name and hardly before a namesake's
  record Known(String family, FullName name, int articles, int ofFamily, Set<String> titles) {
    boolean isUnanimous() {
      return articles >= SHARE_MIN * ofFamily;
    }
  }

  private final Set<String> names;
  private final Map<String, List<Known>> families;
  private final Map<String, Set<String>> namesakes;
  private final Map<String, Set<String>> offices;

  private LearnedNames(
      Set<String> names,
      Map<String, List<Known>> families,
      Map<String, Set<String>> namesakes,
      Map<String, Set<String>> offices) {
    this.names = names;
    this.families = new LinkedHashMap<>(families);
    this.namesakes = new LinkedHashMap<>(namesakes);
    this.offices = new LinkedHashMap<>(offices);
  }

  static LearnedNames from(Map<String, NamesSeen.Seen> people, Map<String, int[]> casings) {
    var names = new TreeSet<String>();
    casings.forEach((word, counts) -> {
      boolean isName =
          counts[1] >= CAPITALS_MIN && counts[1] >= SHARE_MIN * (counts[0] + counts[1]);
      if (isName) {
        names.add(word);
      }
    });
    var byFamily = new TreeMap<String, List<NamesSeen.Seen>>();
    people
        .values()
        .forEach(seen -> byFamily.computeIfAbsent(seen.family(), _ -> new ArrayList<>()).add(seen));
    var families = new TreeMap<String, List<Known>>();
    byFamily.forEach((family, bearers) -> {
      List<Known> known = known(family, bearers);
      if (!known.isEmpty()) {
        families.put(family, known);
      }
    });
    var namesakes = new TreeMap<String, Set<String>>();
    var offices = new TreeMap<String, Set<String>>();
    people.forEach((key, seen) -> {
      Set<String> initials = tellingApart(seen.initials);
      if (!initials.isEmpty()) {
        namesakes.put(key, initials);
      }
      Set<String> held = held(seen);
      if (!held.isEmpty()) {
        offices.put(key, held);
      }
    });
    return new LearnedNames(names, families, namesakes, offices);
  }

  private static Set<String> held(NamesSeen.Seen seen) {
    var held = new TreeSet<String>();
    seen.offices.forEach((office, articles) -> {
      if (articles >= OFFICE_ARTICLES_MIN && articles >= OFFICE_SHARE_MIN * seen.articles) {
        held.add(office);
      }
    });
    return held;
  }

  /// Initials of different people; empty where all can be one person's.
  private static Set<String> tellingApart(Map<String, Integer> articles) {
    int all =
        articles.entrySet().stream()
            .filter(each -> !each.getKey().isEmpty())
            .mapToInt(Map.Entry::getValue)
            .sum();
    var firm = new TreeSet<String>();
    articles.forEach((initials, count) -> {
      if (!initials.isEmpty()
          && count >= NAMESAKE_ARTICLES_MIN
          && count >= NAMESAKE_SHARE_MIN * all) {
        firm.add(initials);
      }
    });
    boolean areSeveral =
        firm.stream()
            .anyMatch(one -> firm.stream().anyMatch(other -> !FullName.areCompatible(one, other)));
    return areSeveral ? firm : Set.of();
  }

  private static List<Known> known(String family, List<NamesSeen.Seen> bearers) {
    int all = bearers.stream().mapToInt(seen -> seen.articles).sum();
    var uses = new TreeMap<String, Integer>();
    bearers.forEach(seen -> seen.titles.forEach((title, n) -> uses.merge(title, n, Integer::sum)));
    return bearers.stream()
        .filter(seen -> seen.articles >= ARTICLES_MIN)
        .sorted(
            Comparator.<NamesSeen.Seen>comparingInt(seen -> -seen.articles)
                .thenComparing(seen -> seen.name.label()))
        .map(seen -> {
          var titles = new TreeSet<String>();
          seen.titles.forEach((title, n) -> {
            if (n >= ARTICLES_MIN && n >= SHARE_MIN * uses.getOrDefault(title, n)) {
              titles.add(title);
            }
          });
          return new Known(family, seen.name, seen.articles, all, titles);
        })
        .filter(known -> known.isUnanimous() || !known.titles().isEmpty())
        .toList();
  }

  /// Whether the archive writes an ordinary word with a capital nearly always, inside sentences.
  boolean isName(String lowerCaseWord) {
    return names.contains(lowerCaseWord);
  }

  /// The person whom a folded family name stands for; null when that is open.
  ///
  /// @param around folded words beside the name
  @Nullable Known bearer(String family, Set<String> around) {
    List<Known> known = families.getOrDefault(family, List.of());
    if (!known.isEmpty() && known.getFirst().isUnanimous()) {
      return known.getFirst();
    }
    List<Known> fitting =
        known.stream()
            .filter(person -> person.titles().stream().anyMatch(around::contains))
            .toList();
    return fitting.size() == 1 ? fitting.getFirst() : null;
  }

  /// What the bearer of a full name is called in every article.
  String keyOf(FullName name) {
    String key = name.key();
    Set<String> several = namesakes.get(key);
    if (several == null) {
      return key;
    }
    String initials = name.middleInitials();
    // of H. and H. W. the shorter, which both have in common
    return several.stream()
        .filter(known -> !initials.isEmpty() && FullName.areCompatible(known, initials))
        .findFirst()
        .map(known -> key + "/" + known)
        .orElse(key);
  }

  /// Offices by which the archive introduces the bearer of a full name, folded; may be empty.
  Set<String> officesOf(FullName name) {
    return offices.getOrDefault(name.key(), Set.of());
  }

  boolean isEmpty() {
    return families.isEmpty();
  }

  boolean hasBearer(String family) {
    return families.containsKey(family);
  }

  public void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (String name : names) {
        out.write("name\t" + name + "\n");
      }
      write("namesakes", namesakes, out);
      write("offices", offices, out);
      for (List<Known> bearers : families.values()) {
        for (Known known : bearers) {
          out.write(
              String.join(
                      "\t",
                      "person",
                      known.family(),
                      known.name().label(),
                      known.name().first(),
                      known.name().isFamilyFirst() ? "family" : "given",
                      String.valueOf(known.articles()),
                      String.valueOf(known.ofFamily()),
                      String.join("|", known.titles()))
                  + "\n");
        }
      }
    }
  }

  private static void write(String kind, Map<String, Set<String>> values, BufferedWriter out)
      throws IOException {
    for (Map.Entry<String, Set<String>> each : values.entrySet()) {
      out.write(kind + "\t" + each.getKey() + "\t" + String.join("|", each.getValue()) + "\n");
    }
  }

  /// @throws IOException when the file is missing or something else
  public static LearnedNames read(Path file) throws IOException {
    var names = new HashSet<String>();
    var families = new TreeMap<String, List<Known>>();
    var namesakes = new TreeMap<String, Set<String>>();
    var offices = new TreeMap<String, Set<String>>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      if (cells.length == 2 && cells[0].equals("name")) {
        names.add(cells[1]);
      } else if (cells.length == 3 && cells[0].equals("namesakes")) {
        namesakes.put(cells[1], new TreeSet<>(List.of(cells[2].split("\\|"))));
      } else if (cells.length == 3 && cells[0].equals("offices")) {
        offices.put(cells[1], new TreeSet<>(List.of(cells[2].split("\\|"))));
      } else if (cells.length == 8 && cells[0].equals("person")) {
        families.computeIfAbsent(cells[1], _ -> new ArrayList<>()).add(known(cells, file));
      } else {
        throw damaged(file, line);
      }
    }
    return new LearnedNames(names, families, namesakes, offices);
  }

  private static Known known(String[] cells, Path file) throws IOException {
    try {
      var titles = new TreeSet<>(List.of(cells[7].split("\\|")));
      titles.remove("");
      var name = new FullName(List.of(cells[2].split(" ")), cells[3], cells[4].equals("family"));
      return new Known(
          cells[1], name, Integer.parseInt(cells[5]), Integer.parseInt(cells[6]), titles);
    } catch (NumberFormatException e) {
      throw damaged(file, String.join("\t", cells));
    }
  }

  private static IOException damaged(Path file, String line) {
    return new IOException(
        file + " is no table of learned names: \"" + line + "\". Index again to make it anew.");
  }
}
