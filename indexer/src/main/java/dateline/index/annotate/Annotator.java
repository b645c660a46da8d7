package dateline.index.annotate;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PersonName;
import dateline.corpus.gazetteer.PlaceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds what an article names, from its text alone. Immutable; safe for use by many threads.
///
/// Stages in order: tokens, datelines, names of several words, people by full name, people by
/// family name, office and pronoun, remaining places and organisations, companies that are called
/// like places, shorter names of organisations, the sense of each place, issues.
public final class Annotator {
  /// Raised with every change of the rules by which entities are found: the next run does all
  /// articles again.
  public static final String VERSION = "3";

  static final List<Zone> READ =
      List.of(Zone.HEADLINE, Zone.DATELINE, Zone.SUBHEAD, Zone.LEAD, Zone.BODY);

  private final Lexicon lexicon;
  private final NameMatcher names;
  private final Tokenizer tokenizer;
  private final DatelineParser datelines;
  private final LongNames longNames;
  private final PeopleRules people;
  private final PeopleLinker linker;
  private final RoleLinker offices;
  private final LearnedNames learned;
  private final ArchiveLinker archive;
  private final LoneNames loneNames;
  private final PlaceFinder places;
  private final PlaceResolver resolver;
  private final IssueScorer issues;
  private final Gazetteer gazetteer;
  private final Models models;
  private final @Nullable FurtherNames further;

  /// Without knowledge of an archive.
  public Annotator(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    models = Models.NONE;
    further = null;
    lexicon = lexicon(gazetteer);
    names = new NameMatcher(gazetteer, lexicon);
    var roles = new RoleMatcher(gazetteer, lexicon);
    var stems = new Stems(lexicon);
    datelines = new DatelineParser(names);
    longNames = new LongNames(names, roles);
    people = new PeopleRules(gazetteer, names, roles);
    linker = new PeopleLinker(names);
    offices = new RoleLinker(names, roles);
    learned = LearnedNames.NONE;
    archive = new ArchiveLinker(names, learned);
    loneNames = new LoneNames(names, roles);
    places = new PlaceFinder(names);
    resolver = new PlaceResolver(gazetteer);
    issues = new IssueScorer(gazetteer, lexicon, stems);
    var openings =
        new Openings(
            names.cased(), names.capitals(), roles.trie(), issues.stemmed(), issues.cased());
    tokenizer = new Tokenizer(lexicon, stems, openings);
  }

  private Annotator(
      Annotator same, LearnedNames learned, Models models, @Nullable FurtherNames further) {
    lexicon = same.lexicon;
    names = same.names;
    tokenizer = same.tokenizer;
    datelines = same.datelines;
    longNames = same.longNames;
    people = same.people;
    linker = same.linker;
    offices = same.offices;
    this.learned = learned;
    archive = new ArchiveLinker(names, learned);
    loneNames = same.loneNames;
    places = same.places;
    resolver = same.resolver;
    issues = same.issues;
    gazetteer = same.gazetteer;
    this.models = models;
    this.further = further;
  }

  /// People, places and organisations in the order of their first mention, then issues by strength.
  public List<FoundEntity> annotate(Article article) {
    List<Tokens> zones = zones(article);
    var placeHits = new ArrayList<PlaceHit>();
    var organisations = new ArrayList<OrganisationHit>();
    var found = new People();
    List<People.Bare> unknown =
        findPeople(zones, placeHits, organisations, found, archive::fullName);
    var ordinary = new OrdinaryWords(zones);
    Predicate<String> isOrdinary = word -> ordinary.contains(word) || isSmall(word);
    archive.link(zones, isOrdinary, found);
    offices.link(zones, found.all(), learned);
    StatementLinker.link(zones, found.all());
    ProfileLinker.link(zones, found.all());
    List<Person> lone = loneNames.find(zones, unknown, found.all(), ordinary::contains);
    zones.forEach(tokens -> places.find(tokens, ordinary::contains, placeHits, organisations));
    placeHits.sort(PlaceHit.READING_ORDER);
    List<PlaceHit> hits = CompanyNames.settle(PlaceFinder.withContainers(placeHits), organisations);
    OrganisationLinker.link(zones, organisations, names);
    var entities = new Entities();
    entities.addPeople(found.all(), learned);
    entities.addPeople(lone, learned);
    entities.addPlaces(resolver.resolve(hits));
    entities.addOrganisations(organisations);
    List<FoundEntity> all =
        new ArrayList<>(decided(article, further(article, entities.inReadingOrder())));
    LinearModel trained = models.issues();
    all.addAll(trained == null ? issues.score(zones) : trainedIssues(article, trained));
    return List.copyOf(all);
  }

  /// What the archive's articles teach is to be counted into this.
  public NamesSeen namesSeen() {
    return new NamesSeen();
  }

  /// Counts the names of one article.
  public void learn(Article article, NamesSeen seen) {
    List<Tokens> zones = zones(article);
    var found = new People();
    findPeople(zones, new ArrayList<>(), new ArrayList<>(), found, _ -> null);
    seen.add(zones, found.all());
  }

  /// The same, knowing what the archive taught.
  public Annotator with(LearnedNames names) {
    return new Annotator(this, names, models, further);
  }

  /// The same, deciding by what was trained on labels.
  public Annotator with(Models trained) {
    return new Annotator(this, learned, trained, further);
  }

  /// The same, also finding what the owner's recognisers find.
  public Annotator with(Recognizers recognizers) {
    return recognizers.all().isEmpty()
        ? this
        : new Annotator(this, learned, models, new FurtherNames(gazetteer, recognizers.all()));
  }

  private List<Tokens> zones(Article article) {
    var zones = new ArrayList<Tokens>();
    for (Zone zone : READ) {
      String text = article.text(zone);
      if (!text.isBlank()) {
        zones.add(tokenizer.tokens(zones.size(), zone, text));
      }
    }
    return zones;
  }

  /// The titled names that nobody of the article bears.
  private List<People.Bare> findPeople(
      List<Tokens> zones,
      List<PlaceHit> placeHits,
      List<OrganisationHit> organisations,
      People found,
      Function<People.Bare, @Nullable FullName> archive) {
    zones.forEach(tokens -> placeHits.addAll(datelines.parse(tokens)));
    zones.forEach(tokens -> longNames.find(tokens, placeHits, organisations));
    zones.forEach(tokens -> people.findInRunningText(tokens, found));
    zones.forEach(tokens -> people.findInTitles(tokens, found));
    return linker.link(zones, found, archive);
  }

  private List<FoundEntity> further(Article article, List<FoundEntity> found) {
    return further == null ? found : further.added(article, READ, found);
  }

  private List<FoundEntity> decided(Article article, List<FoundEntity> found) {
    PlaceModel trained = models.places();
    return trained == null ? found : new TrainedSalience(gazetteer, trained).decide(article, found);
  }

  private List<FoundEntity> trainedIssues(Article article, LinearModel trained) {
    return trained.assigned(TextFeatures.of(article)).entrySet().stream()
        .map(issue ->
            new FoundEntity(
                EntityKind.ISSUE,
                issue.getKey(),
                gazetteer.label(issue.getKey()).orElse(issue.getKey()),
                null,
                true,
                IssueScorer.ASSIGNED_FROM + issue.getValue(),
                List.of()))
        .sorted(
            Comparator.comparingDouble(FoundEntity::score)
                .reversed()
                .thenComparing(FoundEntity::key))
        .toList();
  }

  private boolean isSmall(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    char[] chars = lower.toCharArray();
    int id = lexicon.id(chars, 0, chars.length, Lexicon.View.AS_WRITTEN);
    return (lexicon.traits(id) & Traits.SMALL) != 0 && !learned.isName(lower);
  }

  private static Lexicon lexicon(Gazetteer gazetteer) {
    var lexicon = new Lexicon();
    Traits.addTo(lexicon);
    for (PlaceName name : gazetteer.placeNames()) {
      addAbbreviations(lexicon, name.name());
    }
    gazetteer.roles().forEach(role -> addAbbreviations(lexicon, role.phrase()));
    for (PersonName name : gazetteer.firstNames()) {
      lexicon.add(
          name.name(), Traits.FIRST_NAME | (name.isCommon() ? Traits.FIRST_NAME_COMMON : 0));
    }
    for (PersonName name : gazetteer.familyNames()) {
      lexicon.add(
          name.name(), Traits.FAMILY_NAME | (name.isCommon() ? Traits.FAMILY_NAME_COMMON : 0));
    }
    gazetteer.smallWords().forEach(word -> lexicon.add(word, Traits.SMALL));
    for (String word : gazetteer.organisationWords()) {
      lexicon.add(word, Traits.ORG_WORD);
      addAbbreviations(lexicon, word);
    }
    return lexicon;
  }

  /// Words with a point are one token wherever they stand.
  private static void addAbbreviations(Lexicon lexicon, String name) {
    for (String word : name.split(" ")) {
      if (word.endsWith(".") && word.length() > 2) {
        lexicon.add(word, Traits.ABBREVIATION);
        String first = word.substring(0, 1).toUpperCase(Locale.ROOT);
        lexicon.add(first + word.substring(1), Traits.ABBREVIATION);
      }
    }
  }
}
