package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.index.annotate.Tokens.Casing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives the _he_ or _she_ of a profile to its subject: of a text that opens with a name and says
/// who that is, as in _Abboud Qanbar, also known as Abu Haidar, is an Iraqi general_.
final class ProfileLinker {
  private static final Set<String> HE = Set.of("he", "his", "him", "himself");
  private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");

  private static final Set<String> BESIDE_NAMES =
      Set.of("also", "known", "as", "alias", "or", "born", "sometime", "between", "in", "on");

  private ProfileLinker() {}

  static void link(List<Tokens> zones, List<Person> people) {
    for (Tokens tokens : zones) {
      Person subject = subject(tokens, people);
      if (subject != null) {
        Set<String> pronouns = count(tokens, HE) < count(tokens, SHE) ? SHE : HE;
        take(tokens, pronouns, subject);
      }
    }
  }

  private static @Nullable Person subject(Tokens tokens, List<Person> people) {
    Span opening = tokens.size == 0 ? null : tokens.spans[0];
    if (opening == null
        || opening.kind() != EntityKind.PERSON
        || opening.how() != Mention.How.NAME
        || tokens.casings[0] != Casing.RUNNING
        || !saysWho(tokens, opening.end())) {
      return null;
    }
    Person subject = null;
    int others = 0;
    for (Person person : people) {
      if (person.isFullyNamed() && person.mentions.contains(opening)) {
        subject = person;
      } else {
        others = Math.max(others, person.mentions.size());
      }
    }
    return subject != null && subject.mentions.size() > others ? subject : null;
  }

  /// _is a_ or _was the_ behind the name, with no more between them than other names, dates of
  /// birth and what is in brackets.
  private static boolean saysWho(Tokens tokens, int i) {
    int verb = i;
    int depth = 0;
    while (tokens.isJoined(verb) && (depth > 0 || mayStandBeside(tokens, verb))) {
      depth += tokens.is(verb, '(') ? 1 : tokens.is(verb, ')') ? -1 : 0;
      verb++;
    }
    return tokens.isJoined(verb)
        && tokens.isJoined(verb + 1)
        && (tokens.is(verb, "is") || tokens.is(verb, "was"))
        && (tokens.is(verb + 1, "a") || tokens.is(verb + 1, "an") || tokens.is(verb + 1, "the"));
  }

  private static boolean mayStandBeside(Tokens tokens, int i) {
    return !tokens.isWord(i)
        || tokens.isCapitalised(i)
        || (tokens.traits[i] & Traits.PARTICLE) != 0
        || BESIDE_NAMES.contains(tokens.text(i));
  }

  private static int count(Tokens tokens, Set<String> pronouns) {
    int count = 0;
    for (int i = 0; i < tokens.size; i++) {
      count += isOne(tokens, i, pronouns) ? 1 : 0;
    }
    return count;
  }

  /// Where a sentence names another person, the pronouns behind that name may be that one's; where
  /// it opens with another, those of the next sentence, too.
  private static void take(Tokens tokens, Set<String> pronouns, Person subject) {
    boolean isOpen = true;
    boolean isOpenNext = true;
    boolean hasPerson = false;
    for (int i = 0; i < tokens.size; i++) {
      if (tokens.breaks[i] != Tokens.NOTHING) {
        isOpen = isOpenNext || tokens.breaks[i] == Tokens.PARAGRAPH;
        isOpenNext = isOpen;
        hasPerson = false;
      }
      if (isOpen && isOne(tokens, i, pronouns)) {
        subject.addPronoun(tokens, i);
      }
      Span taken = tokens.spans[i];
      if (taken != null && taken.kind() == EntityKind.PERSON) {
        isOpen = subject.mentions.contains(taken);
        isOpenNext = hasPerson ? isOpenNext : isOpen;
        hasPerson = true;
      }
    }
  }

  private static boolean isOne(Tokens tokens, int i, Set<String> pronouns) {
    return tokens.spans[i] == null
        && (tokens.lowerTraits[i] & Traits.FUNCTION) != 0
        && pronouns.contains(tokens.folded(i));
  }
}
