package dateline.index.annotate;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PersonName;
import dateline.corpus.gazetteer.PlaceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what an article names, from its text alone. Immutable; safe for use by many threads.
///
/// Stages in order: tokens, datelines, names of several words, people by full name, people by
/// family name, remaining places and organisations, the sense of each place, issues.
public final class Annotator {
  private static final List<Zone> READ =
      List.of(Zone.HEADLINE, Zone.DATELINE, Zone.SUBHEAD, Zone.LEAD, Zone.BODY);

  private final Tokenizer tokenizer;
  private final DatelineParser datelines;
  private final LongNames longNames;
  private final PeopleRules people;
  private final PeopleLinker linker;
  private final PlaceFinder places;
  private final PlaceResolver resolver;
  private final IssueScorer issues;

  public Annotator(Gazetteer gazetteer) {
    Lexicon lexicon = lexicon(gazetteer);
    var names = new NameMatcher(gazetteer, lexicon);
    var roles = new RoleMatcher(gazetteer, lexicon);
    var stems = new Stems(lexicon);
    datelines = new DatelineParser(lexicon, names);
    longNames = new LongNames(lexicon, names, roles);
    people = new PeopleRules(gazetteer, lexicon, names, roles);
    linker = new PeopleLinker(lexicon, names);
    places = new PlaceFinder(lexicon, names);
    resolver = new PlaceResolver(gazetteer);
    issues = new IssueScorer(gazetteer, lexicon, stems);
    tokenizer = new Tokenizer(lexicon, stems);
  }

  /// People, places and organisations in the order of their first mention, then issues by strength.
  public List<FoundEntity> annotate(Article article) {
    var zones = new ArrayList<Tokens>();
    for (Zone zone : READ) {
      String text = article.text(zone);
      if (!text.isBlank()) {
        zones.add(tokenizer.tokens(zone, text));
      }
    }
    var placeHits = new ArrayList<PlaceHit>();
    var organisations = new ArrayList<OrganisationHit>();
    var found = new People();
    zones.forEach(tokens -> placeHits.addAll(datelines.parse(tokens)));
    zones.forEach(tokens -> longNames.find(tokens, placeHits, organisations));
    zones.forEach(tokens -> people.findInRunningText(tokens, found));
    zones.forEach(tokens -> people.findInTitles(tokens, found));
    linker.link(zones, found);
    var ordinary = new OrdinaryWords(zones);
    zones.forEach(tokens -> places.find(tokens, ordinary::contains, placeHits, organisations));
    placeHits.sort(
        Comparator.<PlaceHit>comparingInt(hit -> zones.indexOf(hit.span().tokens()))
            .thenComparingInt(hit -> hit.span().start()));
    List<PlaceHit> hits = PlaceFinder.withContainers(placeHits);
    var entities = new Entities(zones);
    entities.addPeople(found.all());
    entities.addPlaces(hits, resolver.resolve(hits));
    entities.addOrganisations(organisations);
    List<FoundEntity> all = entities.inReadingOrder();
    all.addAll(issues.score(zones));
    return List.copyOf(all);
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
