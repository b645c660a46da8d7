package dateline.corpus.invent;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.OrganisationEntry;
import dateline.corpus.gazetteer.PersonName;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;

/// Whom and what articles are about: real places, organisations and issues, and people who do not
/// exist, made of real given and family names. A few are in the news all the time, most hardly
/// ever.
final class Names {
  /// @param first given name; family names stand alone later in an article
  record Person(String first, String family) {
    String full() {
      return first + " " + family;
    }
  }

  private final List<String> places;
  private final List<String> organisations;
  private final List<String> issues;
  private final List<String> first;
  private final List<String> family;
  private final SplittableRandom random;

  Names(Gazetteer gazetteer, SplittableRandom random) {
    this.random = random;
    places =
        gazetteer.placeNames().stream()
            .filter(name -> name.use() == PlaceName.Use.NAME && name.flags().isEmpty())
            .sorted(
                Comparator.comparingLong((PlaceName name) -> -population(name, gazetteer))
                    .thenComparing(PlaceName::name))
            .map(PlaceName::name)
            .distinct()
            .toList();
    organisations =
        StreamSupport.stream(gazetteer.organisations().spliterator(), false)
            .sorted(Comparator.comparing(OrganisationEntry::id))
            .map(OrganisationEntry::label)
            .toList();
    issues = gazetteer.issueTerms().stream().map(term -> term.term().replace("caps:", "")).toList();
    first = plain(gazetteer.firstNames());
    family = plain(gazetteer.familyNames());
  }

  String place() {
    return places.get(rank(places.size()));
  }

  String organisation() {
    return organisations.get(rank(organisations.size()));
  }

  String issue() {
    return issues.get(rank(issues.size()));
  }

  /// @param articles so far; the more of them, the more people were ever in the news
  Person person(long articles) {
    int number = rank(50 + (int) (10 * Math.sqrt((double) articles)));
    var who = new SplittableRandom(number); // the same for ever
    return new Person(first.get(who.nextInt(first.size())), family.get(who.nextInt(family.size())));
  }

  /// From 0, with 1/rank.
  private int rank(int count) {
    return Math.min(count, (int) Math.exp(random.nextDouble() * Math.log(count + 1.0))) - 1;
  }

  private static List<String> plain(List<PersonName> names) {
    return names.stream().filter(name -> !name.isCommon()).map(PersonName::name).toList();
  }

  private static long population(PlaceName name, Gazetteer gazetteer) {
    return gazetteer.place(name.placeId()).map(PlaceEntry::population).orElse(0L);
  }
}
