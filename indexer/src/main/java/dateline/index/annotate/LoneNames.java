package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.PlaceName;
import dateline.index.annotate.NameMatcher.Match;
import dateline.index.annotate.People.Bare;
import dateline.index.annotate.Tokens.Casing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Finds people whom an article calls by one name only, in what full names, their later forms and
/// organisations have left: _"I do the weeding", says Manal_; _Mrs. Durbaba_; _Shakespeare_.
///
/// A name that has enough signs at one place of the article is taken at all.
final class LoneNames {
  private static final int ENOUGH = 3;

  /// Names that alone are mostly adjectives or titles.
  private static final Set<String> OTHERWISE =
      Set.of(
          "Christian",
          "Christ",
          "Lady",
          "Hispanic",
          "Hispanics",
          "Democratic",
          "Jewish",
          "Muslim",
          "Islamic",
          "Arab");

  private static final Set<String> RULE =
      Set.of("regime", "administration", "government", "presidency", "premiership");

  private static final int NOT_PERSONAL =
      Traits.ORG_WORD
          | Traits.NO_PERSON
          | Traits.COMPANY
          | Traits.CALENDAR
          | Traits.FACILITY
          | Traits.GROUP
          | Traits.FAMILY_FIRST;

  private final NameMatcher names;
  private final RoleMatcher roles;

  LoneNames(NameMatcher names, RoleMatcher roles) {
    this.names = names;
    this.roles = roles;
  }

  /// Gives the bare first name of somebody whom the article names in full to that person. Of two
  /// who share it neither has it.
  ///
  /// @param bare titled names that no person of the article bears
  /// @param isOrdinary whether the article writes a word in small letters too
  List<Person> find(
      List<Tokens> zones, List<Bare> bare, List<Person> named, Predicate<String> isOrdinary) {
    var people = new LinkedHashMap<String, Person>();
    for (Bare titled : bare) {
      if (isTitled(titled)) {
        person(people, titled.name().label()).add(titled.span(), titled.role());
      }
    }
    zones.forEach(tokens -> collect(tokens, people, isOrdinary));
    zones.forEach(tokens -> take(tokens, people, named));
    people.values().removeIf(person -> person.mentions.isEmpty());
    return new ArrayList<>(people.values());
  }

  /// _Mrs. Durbaba_, _Mr. de Mistura_, _Captain Omar_. A rank may be another word, or stand before
  /// one that is no name, as in _major Jewish groups_ and _Major League_.
  private boolean isTitled(Bare titled) {
    if (titled.role() == null) {
      return false;
    }
    boolean isFamilyOnly =
        titled.name().words().size() == 1 || Character.isLowerCase(titled.name().label().charAt(0));
    return switch (titled.role().kind()) {
      case HONORIFIC -> isFamilyOnly;
      case RANK ->
          isFamilyOnly
              && Character.isUpperCase(titled.title().charAt(0))
              && isNameLike(titled.span());
      case OFFICE, PROFESSION, MODIFIER -> false;
    };
  }

  private boolean isNameLike(Span span) {
    int traits = span.tokens().traits[span.end() - 1];
    boolean isName =
        isOnly(traits, Traits.FIRST_NAME, Traits.FIRST_NAME_COMMON)
            || isOnly(traits, Traits.FAMILY_NAME, Traits.FAMILY_NAME_COMMON);
    return isName
        && (traits & NOT_PERSONAL & ~Traits.FAMILY_FIRST) == 0
        && names.longest(span.tokens(), span.start()) == null;
  }

  private static boolean isOnly(int traits, int name, int common) {
    return (traits & (name | common)) == name;
  }

  private void collect(Tokens tokens, Map<String, Person> people, Predicate<String> isOrdinary) {
    for (int i = 0; i < tokens.size; i++) {
      if (mayBeName(tokens, i) && signs(tokens, i) >= ENOUGH && !isOrdinary.test(tokens.text(i))) {
        person(people, tokens.text(i));
      }
    }
  }

  private static void take(Tokens tokens, Map<String, Person> people, List<Person> named) {
    for (int i = 0; i < tokens.size && !people.isEmpty(); i++) {
      Person person = stands(tokens, i) ? people.get(tokens.folded(i)) : null;
      if (person != null) {
        String name = tokens.text(i);
        List<Person> bearers = named.stream().filter(one -> one.isCalled(name)).toList();
        if (bearers.isEmpty()) {
          take(new Span(tokens, i, i + 1, EntityKind.PERSON, Mention.How.NAME), person);
        } else if (bearers.size() == 1) {
          var span = new Span(tokens, i, i + 1, EntityKind.PERSON, Mention.How.COREFERENCE);
          take(span, bearers.getFirst());
        }
      }
    }
  }

  private static void take(Span span, Person person) {
    span.tokens().take(span);
    person.add(span, null);
  }

  private static Person person(Map<String, Person> people, String name) {
    String folded = FoldedName.of(name);
    return people.computeIfAbsent(
        folded, _ -> Person.lone(new FullName(List.of(name), folded, false)));
  }

  /// A capitalised word of running text between words that are none.
  static boolean stands(Tokens tokens, int i) {
    return tokens.isCapitalised(i)
        && tokens.casings[i] == Casing.RUNNING
        && tokens.spans[i] == null
        && tokens.ends[i] - tokens.starts[i] > 2
        && !tokens.isAcronym(i)
        && !(tokens.isJoined(i) && isPartOfName(tokens, i - 1) && !tokens.opensSentence(i - 1))
        && !(tokens.isJoined(i + 1) && isPartOfName(tokens, i + 1));
  }

  private static boolean isPartOfName(Tokens tokens, int i) {
    return (tokens.isCapitalised(i) && tokens.spans[i] == null)
        || tokens.is(i, '-')
        || tokens.is(i, '&')
        || tokens.is(i, '/');
  }

  private boolean mayBeName(Tokens tokens, int i) {
    if (!stands(tokens, i)) {
      return false;
    }
    int traits = tokens.traits[i];
    int small = tokens.lowerTraits[i];
    Match match = names.longest(tokens, i);
    boolean isRuler = isRuler(tokens, i);
    return (traits & NOT_PERSONAL) == 0
        && (small & Traits.FUNCTION) == 0
        && ((small & Traits.SMALL) == 0 || isRuler)
        && (match == null || (isRuler && match.name().has(PlaceName.Flag.PERSON)))
        && !OTHERWISE.contains(tokens.text(i))
        && roles.longest(tokens, i) == null;
  }

  private int signs(Tokens tokens, int i) {
    int traits = tokens.traits[i];
    int signs = 0;
    if ((traits & Traits.FIRST_NAME) != 0) {
      signs += (traits & Traits.FIRST_NAME_COMMON) != 0 ? 1 : 3;
    } else if ((traits & Traits.FAMILY_NAME) != 0) {
      signs += 1;
    }
    boolean isLed = tokens.isJoined(i);
    boolean isFollowed = tokens.isJoined(i + 1);
    if ((isFollowed && has(tokens, i + 1, Traits.SPEECH))
        || (isLed && has(tokens, i - 1, Traits.SPEECH))) {
      signs += 2;
    }
    if (isFollowed && tokens.isInAnyCase(i + 1, "who")) {
      signs += 2;
    }
    if (isLed && has(tokens, i - 1, Traits.KIN)) {
      signs += 2;
    }
    boolean isPossessive = isFollowed && tokens.isInAnyCase(i + 1, "'s");
    if (isPossessive) {
      signs += 1;
    }
    if (isRuleOf(tokens, isPossessive ? i + 2 : i + 1)) {
      signs += 2;
    }
    if (isFollowed && tokens.is(i + 1, ',') && i + 3 < tokens.size) {
      boolean isAge = Character.isDigit(tokens.first(i + 2)) && tokens.is(i + 3, ',');
      signs += isAge || tokens.isInAnyCase(i + 2, "who") ? 3 : 0;
    }
    return signs;
  }

  /// _the Bush administration_, where the capital of an ordinary word says something, and a name
  /// that persons and small places share is a person's.
  private boolean isRuler(Tokens tokens, int i) {
    return tokens.isJoined(i)
        && tokens.isInAnyCase(i - 1, "the")
        && (tokens.traits[i] & Traits.FAMILY_NAME) != 0
        && isRuleOf(tokens, i + 1);
  }

  /// _the Assad regime_: of words before it only countries and rulers are left.
  private static boolean isRuleOf(Tokens tokens, int i) {
    return tokens.isJoined(i) && RULE.contains(tokens.text(i));
  }

  private boolean has(Tokens tokens, int i, int trait) {
    return (tokens.lowerTraits[i] & trait) != 0;
  }
}
