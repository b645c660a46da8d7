package dateline.corpus.gazetteer;

import dateline.corpus.EntityKind;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that is known before an article is read. Immutable, safe for use by many threads.
///
/// Names are looked up through [EntityNames]; the lists here are for those who build their own
/// view.
public final class Gazetteer {
  /// The lists that come with the program never change; reading them takes part of a second.
  private static @Nullable SoftReference<Gazetteer> builtIn;

  private final List<PlaceName> placeNames;
  private final List<PersonName> firstNames;
  private final List<PersonName> familyNames;
  private final List<GivenNameForms> nicknames;
  private final List<Role> roles;
  private final List<String> organisationWords;
  private final List<String> smallWords;
  private final List<IssueTerm> issueTerms;
  private final List<Synonyms> synonyms;
  private final Map<String, PlaceEntry> places = new HashMap<>();
  private final Map<String, OrganisationEntry> organisations = new HashMap<>();
  private final Map<String, IssueEntry> issues = new HashMap<>();
  private final Map<String, String> today = new HashMap<>();
  private final List<GazetteerProblem> problems;
  private final String version;
  private volatile @Nullable KnownWords words;

  private Gazetteer(@Nullable Path folder) throws IOException {
    var files = new GazetteerFiles(folder);
    // the user's rows come first and win
    files.read("places.tsv", PlaceEntry::parse).forEach(p -> places.putIfAbsent(p.id(), p));
    places.values().forEach(this::addSuccessor);
    placeNames = files.read("place-names.tsv", row -> known(PlaceName.parse(row)));
    firstNames = files.read("first-names.txt", PersonName::parse);
    familyNames = files.read("family-names.txt", PersonName::parse);
    nicknames = files.read("nicknames.tsv", GivenNameForms::parse);
    roles = files.read("roles.tsv", Role::parse);
    files
        .read("organisations.tsv", OrganisationEntry::parse)
        .forEach(o -> organisations.putIfAbsent(o.id(), o));
    organisationWords = files.read("org-words.txt", row -> row.required(0, "word"));
    smallWords = files.read("words.txt", row -> row.required(0, "word"));
    files.read("issues.tsv", IssueEntry::parse).forEach(i -> issues.putIfAbsent(i.id(), i));
    issueTerms = files.read("issue-terms.tsv", row -> known(IssueTerm.parse(row)));
    version = files.contentHash();
    synonyms = files.read("synonyms.txt", Synonyms::parse); // no index depends on them
    files.checkNames();
    problems = files.problems();
  }

  /// Where an archive's home holds the lists of its users.
  public static final String FOLDER = "gazetteer";

  /// The lists of an archive: those that come with the program, and its users' own where its home
  /// has a folder of them.
  public static Gazetteer ofHome(Path home) throws IOException {
    Path folder = home.resolve(FOLDER);
    return Files.isDirectory(folder) ? withFolder(folder) : builtIn();
  }

  /// The lists that come with the program.
  public static synchronized Gazetteer builtIn() throws IOException {
    Gazetteer known = builtIn == null ? null : builtIn.get();
    if (known == null) {
      known = new Gazetteer(null);
      builtIn = new SoftReference<>(known);
    }
    return known;
  }

  /// The lists that come with the program and the rows in the files of the same names in `folder`;
  /// a row of the folder replaces the built-in row of the same id.
  public static Gazetteer withFolder(Path folder) throws IOException {
    return new Gazetteer(folder);
  }

  public Optional<PlaceEntry> place(String id) {
    return Optional.ofNullable(places.get(id));
  }

  public Optional<OrganisationEntry> organisation(String id) {
    return Optional.ofNullable(organisations.get(id));
  }

  public Optional<IssueEntry> issue(String id) {
    return Optional.ofNullable(issues.get(id));
  }

  /// Whether a list has the id; no list has people.
  public boolean has(EntityKind kind, String id) {
    return switch (kind) {
      case PERSON -> false;
      case PLACE -> place(id).isPresent();
      case ORGANISATION -> organisation(id).isPresent();
      case ISSUE -> issue(id).isPresent();
    };
  }

  /// The name to show for an id of any kind; empty for an id that is not in the gazetteer.
  public Optional<String> label(String id) {
    return place(id)
        .map(PlaceEntry::label)
        .or(() -> organisation(id).map(OrganisationEntry::label))
        .or(() -> issue(id).map(IssueEntry::label));
  }

  /// Ids of what contains a place or an issue, from the nearest to the widest, without itself; the
  /// last one of a place is the world.
  public List<String> ancestors(EntityKind kind, String id) {
    var above = new ArrayList<String>();
    for (String parent = parent(kind, id);
        parent != null && !above.contains(parent) && !parent.equals(id);
        parent = parent(kind, parent)) {
      above.add(parent);
    }
    return List.copyOf(above);
  }

  /// Whether an id is that of a country, or of what was one.
  public boolean isCountry(String id) {
    return place(id).map(PlaceEntry::isCountry).orElse(false);
  }

  /// The country that a historic state's code stands for today, its most populous successor; any
  /// other code itself.
  public String countryToday(String code) {
    return today.getOrDefault(code, code);
  }

  public Iterable<PlaceEntry> places() {
    return places.values();
  }

  public List<PlaceName> placeNames() {
    return placeNames;
  }

  public List<PersonName> firstNames() {
    return firstNames;
  }

  public List<PersonName> familyNames() {
    return familyNames;
  }

  public List<GivenNameForms> nicknames() {
    return nicknames;
  }

  public List<Role> roles() {
    return roles;
  }

  public Iterable<OrganisationEntry> organisations() {
    return organisations.values();
  }

  /// Words that end or open the name of an organisation, such as `Corp` and `University`.
  public List<String> organisationWords() {
    return organisationWords;
  }

  /// Words that are written in small letters, which a capital makes no name where a sentence opens.
  public List<String> smallWords() {
    return smallWords;
  }

  public Iterable<IssueEntry> issues() {
    return issues.values();
  }

  public List<IssueTerm> issueTerms() {
    return issueTerms;
  }

  /// What searches take for the same; the user's come first.
  public List<Synonyms> synonyms() {
    return synonyms;
  }

  /// Every word of the lists; collected when first asked for.
  public KnownWords words() {
    KnownWords known = words;
    if (known == null) {
      known = KnownWords.of(this);
      words = known; // two threads may both have collected them: the same
    }
    return known;
  }

  /// Lines that were left out, in the order of reading.
  public List<GazetteerProblem> problems() {
    return problems;
  }

  /// Changes when any file changes that recognition reads: 16 hexadecimal digits.
  public String version() {
    return version;
  }

  private void addSuccessor(PlaceEntry historic) {
    String code = historic.country();
    if (historic.kind() == PlaceEntry.Kind.HISTORIC && code != null && !places.containsKey(code)) {
      historic.successors().stream()
          .flatMap(id -> place(id).stream())
          .max(Comparator.comparingLong(PlaceEntry::population))
          .map(PlaceEntry::country)
          .ifPresent(country -> today.put(code, country));
    }
  }

  private @Nullable String parent(EntityKind kind, String id) {
    return switch (kind) {
      case PLACE -> place(id).map(PlaceEntry::parent).orElse(null);
      case ISSUE -> issue(id).map(IssueEntry::parent).orElse(null);
      case PERSON, ORGANISATION -> null;
    };
  }

  private PlaceName known(PlaceName name) {
    if (!places.containsKey(name.placeId())) {
      throw new IllegalArgumentException("no place has the id '" + name.placeId() + "'");
    }
    return name;
  }

  private IssueTerm known(IssueTerm term) {
    if (!issues.containsKey(term.issueId())) {
      throw new IllegalArgumentException("no issue has the id '" + term.issueId() + "'");
    }
    return term;
  }
}
