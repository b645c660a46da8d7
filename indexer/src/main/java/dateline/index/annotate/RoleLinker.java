package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gives offices that stand for a person (_the Foreign Secretary_, _the Japanese premier_) to the
/// one whom the article has introduced as its holder; where it has introduced two, to nobody. Where
/// it has introduced none, the only one of its people whom the archive introduces so is meant.
///
/// An office with capitals is used like a name and so counts as a later form of the name, one in
/// small letters counts as a role.
final class RoleLinker {
  private static final int QUALIFIER_TOKENS_MAX = 4;

  /// Offices that newspapers call by two words.
  private static final Map<String, String> SAME =
      Map.of("premier", "prime minister", "pm", "prime minister", "pres", "president");

  /// Words that later sentences call more particular offices by: _the minister_ is an oil minister,
  /// but no prime minister.
  private static final Map<String, Pattern> SHORT =
      Map.of(
          "minister",
          Pattern.compile("(?!prime |chief |first |deputy |vice ).+ minister|minister (of|for) .+"),
          "secretary",
          Pattern.compile(
              "(?!under |deputy |assistant |press |permanent |general |chief ).+ secretary"
                  + "|secretary of .+"));

  /// @param country whose office it is, or its folded organisation; empty for none
  private record Holder(Person person, String office, String country, Span span) {}

  private final NameMatcher names;
  private final RoleMatcher roles;

  RoleLinker(NameMatcher names, RoleMatcher roles) {
    this.names = names;
    this.roles = roles;
  }

  /// @param learned whom the archive introduces by which office
  void link(List<Tokens> zones, List<Person> people, LearnedNames learned) {
    var holders = new HashMap<String, List<Holder>>();
    for (Person person : people) {
      for (Span span : person.mentions) {
        if (span.how() == Mention.How.NAME) {
          introduce(person, span, holders);
        }
      }
    }
    addLearned(people, learned, holders);
    if (!holders.isEmpty()) {
      addShort(holders);
      zones.forEach(tokens -> link(tokens, holders));
    }
  }

  private void introduce(Person person, Span span, Map<String, List<Holder>> holders) {
    Tokens tokens = span.tokens();
    for (int i = span.start() - 1; i >= Math.max(0, span.start() - 6); i--) {
      if (!tokens.isJoined(i + 1)) {
        break;
      }
      RoleMatcher.Match match = roles.longest(tokens, i);
      if (match != null
          && endsAt(tokens, match.end(), span.start())
          && isOffice(match)
          && !isInside(tokens, i, match)) {
        add(person, match.role(), tokens, i, span, holders);
      }
    }
    int i = span.end();
    if (tokens.isJoined(i) && tokens.is(i, ',')) {
      for (int at = i + 1; at <= i + 1 + QUALIFIER_TOKENS_MAX && tokens.isJoined(at); at++) {
        RoleMatcher.Match match = roles.longest(tokens, at);
        if (match != null && isOffice(match) && !isInside(tokens, at, match)) {
          add(person, match.role(), tokens, at, span, holders);
          return;
        }
        if (tokens.is(at, ',')) {
          return;
        }
      }
    }
  }

  private static void addLearned(
      List<Person> people, LearnedNames learned, Map<String, List<Holder>> holders) {
    var further = new HashMap<String, List<Holder>>();
    for (Person person : people) {
      if (person.isFullyNamed() && !person.mentions.isEmpty()) {
        for (String phrase : learned.officesOf(person.name())) {
          String office = SAME.getOrDefault(phrase, phrase);
          further
              .computeIfAbsent(office, _ -> new ArrayList<>(1))
              .add(new Holder(person, office, "", person.mentions.getFirst()));
        }
      }
    }
    further.forEach(holders::putIfAbsent);
  }

  private static void addShort(Map<String, List<Holder>> holders) {
    SHORT.forEach((office, longer) -> {
      var particular = new ArrayList<Holder>(0);
      holders.forEach((each, bearers) -> {
        if (each.contains(office) && longer.matcher(each).matches()) {
          particular.addAll(bearers);
        }
      });
      if (!particular.isEmpty()) {
        holders.merge(office, particular, RoleLinker::joined);
      }
    });
  }

  private static List<Holder> joined(List<Holder> some, List<Holder> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /// With a comma between at most, as in _the minister, Imad Fakhoury,_.
  private static boolean endsAt(Tokens tokens, int end, int name) {
    return end == name || (tokens.is(end, ',') && end + 1 == name);
  }

  /// The match is only the end of a longer one, as _minister_ in _prime minister_.
  private boolean isInside(Tokens tokens, int i, RoleMatcher.Match match) {
    RoleMatcher.Match longer = tokens.isJoined(i) ? roles.longest(tokens, i - 1) : null;
    return longer != null && longer.end() >= match.end();
  }

  private static boolean isOffice(RoleMatcher.Match match) {
    return match.role().kind() == Role.Kind.OFFICE;
  }

  private void add(
      Person person,
      Role role,
      Tokens tokens,
      int start,
      Span span,
      Map<String, List<Holder>> holders) {
    String office = office(role);
    holders
        .computeIfAbsent(office, _ -> new ArrayList<>(1))
        .add(new Holder(person, office, country(tokens, start), span));
  }

  private static String office(Role role) {
    String folded = FoldedName.of(role.phrase());
    return SAME.getOrDefault(folded, folded);
  }

  /// The country named right before the office, or behind its `of`; empty for none.
  private String country(Tokens tokens, int start) {
    for (int i = start - 1; i >= Math.max(0, start - 3) && tokens.isJoined(i + 1); i--) {
      NameMatcher.Match match = names.longest(tokens, i);
      if (match != null && match.name().isPlace() && isBeside(tokens, match.end(), start)) {
        return Objects.requireNonNullElse(match.name().senses().getFirst().place().country(), "");
      }
    }
    return "";
  }

  private static boolean isBeside(Tokens tokens, int end, int office) {
    return end == office || (end == office - 1 && tokens.text(end, office).equals("'s"));
  }

  private void link(Tokens tokens, Map<String, List<Holder>> holders) {
    int i = 0;
    while (i < tokens.size) {
      boolean mayOpen =
          (tokens.traits[i] & Traits.OPENS_ROLE) != 0
              && tokens.spans[i] == null
              && tokens.isWord(i);
      RoleMatcher.Match match = mayOpen ? roles.longest(tokens, i) : null;
      if (match == null) {
        i++;
        continue;
      }
      Person person = isOffice(match) ? person(tokens, i, match, holders) : null;
      if (person != null && tokens.isFree(i, match.end())) {
        Mention.How how = tokens.isCapitalised(i) ? Mention.How.COREFERENCE : Mention.How.ROLE;
        var span = new Span(tokens, i, match.end(), EntityKind.PERSON, how);
        tokens.take(span);
        person.add(span, null);
      }
      i = match.end();
    }
  }

  private @Nullable Person person(
      Tokens tokens, int i, RoleMatcher.Match match, Map<String, List<Holder>> holders) {
    List<Holder> candidates = holders.get(office(match.role()));
    if (candidates == null) {
      return null;
    }
    boolean isPlaced = names.longest(tokens, i) != null; // U.S. attorney
    boolean isNamed =
        tokens.isJoined(match.end())
            && (tokens.isCapitalised(match.end()) || tokens.is(match.end(), '-'));
    if (isPlaced || isNamed || !isDefinite(tokens, i) || isOfSomething(tokens, match.end())) {
      return null;
    }
    String country = country(tokens, i);
    Person person = null;
    for (Holder holder : candidates) {
      boolean isSameOffice =
          country.isEmpty() || holder.country().isEmpty() || holder.country().equals(country);
      if (isSameOffice && person != null && person != holder.person()) {
        return null;
      }
      if (isSameOffice) {
        person = holder.person();
      }
    }
    return person;
  }

  /// _the_ before it, with no more than a country between.
  private static boolean isDefinite(Tokens tokens, int i) {
    for (int at = i - 1;
        at >= Math.max(0, i - QUALIFIER_TOKENS_MAX) && tokens.isJoined(at + 1);
        at--) {
      if (tokens.isInAnyCase(at, "the")) {
        return true;
      }
      if (!tokens.isCapitalised(at)) {
        return false;
      }
    }
    return false;
  }

  /// _the president of the bank_ is another office.
  private static boolean isOfSomething(Tokens tokens, int i) {
    return tokens.isJoined(i) && tokens.is(i, "of");
  }
}
