package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.GivenNameForms;
import dateline.corpus.gazetteer.Role;
import dateline.index.annotate.NameReader.Run;
import dateline.index.annotate.Tokens.Casing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds people by full name, and names behind titles.
///
/// A run of capitalised words is a person when its evidence reaches a threshold: title, first name,
/// initials, family name, and what stands around it. Titles and all-capitals text, where everything
/// opens with a capital, take only known first and family names and those that running text has
/// shown.
final class PeopleRules {
  /// What a word has that opens a name or a title.
  private static final int MAY_OPEN = Traits.CAPITAL | Traits.PARTICLE | Traits.OPENS_ROLE;

  private final RoleMatcher roles;
  private final NameReader reader;
  private final NameEvidence evidence;
  private final Map<String, String> commonForms = new HashMap<>();

  PeopleRules(Gazetteer gazetteer, NameMatcher names, RoleMatcher roles) {
    for (GivenNameForms forms : gazetteer.nicknames()) {
      String common = FoldedName.of(forms.common());
      forms.others().forEach(other -> commonForms.put(FoldedName.of(other), common));
    }
    this.roles = roles;
    this.reader = new NameReader(names, roles);
    this.evidence = new NameEvidence(names, roles);
  }

  void findInRunningText(Tokens tokens, People people) {
    find(tokens, people, true);
  }

  /// After running text has been read.
  void findInTitles(Tokens tokens, People people) {
    find(tokens, people, false);
  }

  private void find(Tokens tokens, People people, boolean isRunning) {
    int i = 0;
    while (i < tokens.size) {
      boolean isMine =
          (tokens.traits[i] & MAY_OPEN) != 0
              && (tokens.casings[i] == Casing.RUNNING) == isRunning
              && tokens.spans[i] == null
              && tokens.isWord(i);
      i = isMine ? step(tokens, i, people) : i + 1;
    }
  }

  /// The token to go on from.
  private int step(Tokens tokens, int i, People people) {
    RoleMatcher.Match role = roles.longest(tokens, i);
    if (role != null
        && role.role().kind() != Role.Kind.MODIFIER
        && !isPartOfWord(tokens, i, role)
        && !isHour(tokens, i)) {
      int end = titled(tokens, i, role, people);
      if (end > 0) {
        return end;
      }
      boolean isNameToo = isFirstName(tokens, i);
      if (role.end() > i + 1 || !isNameToo) {
        return role.end();
      }
    }
    boolean mayOpen = tokens.isCapitalised(i) || tokens.is(i + 1, '-');
    if (!mayOpen || !reader.mayGoOn(tokens, i)) {
      return i + 1;
    }
    Run run = reader.read(tokens, i);
    if (run.words().size() < 2) {
      return i + 1;
    }
    Run name =
        tokens.casings[i] == Casing.RUNNING
            ? evidence.trimmed(tokens, run)
            : title(tokens, run, people);
    if (name == null
        || (tokens.casings[i] == Casing.RUNNING
            && evidence.of(tokens, name) < NameEvidence.ENOUGH)) {
      return i + 1;
    }
    FullName person = fullName(tokens, name);
    if (person.isFull() && people.called(person.folded()).isEmpty()) {
      people.addFull(person, span(tokens, name), null);
    }
    return name.end();
  }

  /// _PM_ in _at 5 PM Eastern time_.
  private static boolean isHour(Tokens tokens, int i) {
    return tokens.isJoined(i)
        && tokens.isInAnyCase(i, "pm")
        && Character.isDigit(tokens.chars[tokens.ends[i - 1] - 1]);
  }

  private static boolean isPartOfWord(Tokens tokens, int i, RoleMatcher.Match role) {
    return (tokens.is(i - 1, '-') && tokens.isGlued(i))
        || (tokens.is(role.end(), '-') && tokens.isGlued(role.end()));
  }

  /// The token behind the name of the title at `i`, or 0 when no name follows.
  private int titled(Tokens tokens, int i, RoleMatcher.Match match, People people) {
    RoleMatcher.Match last = lastOfChain(tokens, match);
    int next = last.end();
    if (!tokens.isJoined(next)) {
      return 0;
    }
    Role role = match.role().kind() == Role.Kind.OFFICE ? match.role() : last.role();
    Run run = reader.read(tokens, next);
    Run name =
        run.words().isEmpty() ? speaker(tokens, next) : titledName(tokens, run, role, people);
    if (name == null) {
      return 0;
    }
    FullName person = fullName(tokens, name);
    boolean isFamilyOnly =
        !Character.isUpperCase(person.label().charAt(0))
            || !people.called(person.folded()).isEmpty();
    if (person.isFull() && !isFamilyOnly) {
      people.addFull(person, span(tokens, name), role);
    } else {
      people.addBare(person, span(tokens, name), role, shown(tokens, i, next));
    }
    return name.end();
  }

  /// _KIRBY_ in _MR. KIRBY:_, as transcripts call who speaks next; null when there is no such
  /// label.
  private @Nullable Run speaker(Tokens tokens, int i) {
    boolean isLabel =
        tokens.isAcronym(i)
            && tokens.is(i + 1, ':')
            && tokens.isAcronym(i - 1)
            && tokens.isFree(i, i + 1);
    return isLabel ? new Run(i, i + 1, List.of(tokens.text(i)), List.of(i)) : null;
  }

  /// The last title of _Rev. Dr._ or _President and Gen._
  private RoleMatcher.Match lastOfChain(Tokens tokens, RoleMatcher.Match first) {
    RoleMatcher.Match last = first;
    while (tokens.isJoined(last.end()) && !isFirstName(tokens, last.end())) {
      RoleMatcher.Match next = roles.longest(tokens, last.end());
      if (next == null) {
        return last;
      }
      last = next;
    }
    return last;
  }

  private boolean isFirstName(Tokens tokens, int i) {
    return (tokens.traits[i] & Traits.FIRST_NAME) != 0;
  }

  /// As written, or with one capital a word where the text is all capitals.
  private static String shown(Tokens tokens, int start, int end) {
    String written = tokens.line(start, end);
    return tokens.casings[start] == Casing.CAPITALS ? Capitals.undone(written) : written;
  }

  private @Nullable Run titledName(Tokens tokens, Run run, Role role, People people) {
    if (tokens.casings[run.start()] != Casing.RUNNING) {
      Run full = run.words().size() < 2 ? null : title(tokens, run, people);
      Run one = run.first(1);
      return full != null
          ? full
          : role.kind() != Role.Kind.PROFESSION && evidence.mayStandAlone(tokens, one, people)
              ? one
              : null;
    }
    Run name = evidence.trimmed(tokens, run);
    if (name == null) {
      return null;
    }
    if (name.words().size() > 1) {
      return evidence.isOrganisationLike(tokens, name) ? null : name;
    }
    return role.kind() != Role.Kind.PROFESSION && evidence.mayFollowTitle(tokens, name)
        ? name
        : null;
  }

  /// The full name at the start of a title's words; null when there is none.
  private @Nullable Run title(Tokens tokens, Run run, People people) {
    for (int count = Math.min(4, run.words().size()); count >= 2; count--) {
      Run part = run.first(count);
      if (people.knows(String.join(" ", part.words()))
          || (count <= 3 && evidence.isKnownThroughout(tokens, part))) {
        return part;
      }
    }
    return null;
  }

  private FullName fullName(Tokens tokens, Run run) {
    boolean isCapitals =
        tokens.casings[run.start()] == Casing.CAPITALS
            || (run.words().size() == 1 && tokens.isAcronym(run.start()));
    String word = run.words().getFirst();
    boolean isToken = word.equals(tokens.text(run.start()));
    String first = isToken ? tokens.folded(run.start()) : FoldedName.of(word);
    boolean isFamilyFirst = evidence.isFamilyFirst(tokens, run);
    return new FullName(
        isCapitals ? run.words().stream().map(Capitals::undone).toList() : run.words(),
        isFamilyFirst ? first : commonForms.getOrDefault(first, first),
        isFamilyFirst);
  }

  private static Span span(Tokens tokens, Run run) {
    return new Span(tokens, run.start(), run.end(), EntityKind.PERSON, Mention.How.NAME);
  }
}
