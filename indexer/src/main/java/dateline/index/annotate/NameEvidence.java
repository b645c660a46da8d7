package dateline.index.annotate;

import dateline.corpus.gazetteer.FoldedName;
import dateline.index.annotate.NameReader.Run;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Weighs whether a run of capitalised words is a person's name.
final class NameEvidence {
  /// A first name before another capitalised word is enough, unless it is a place's name too or
  /// opens the sentence as a verb; without one it takes a family name and a sign around it.
  static final int ENOUGH = 3;

  private static final int FIRST_NAME = 4;
  private static final int FIRST_NAME_COMMON = 3;
  private static final int FAMILY_NAME = 2;
  private static final int FAMILY_NAME_COMMON = 1;

  /// Capitalised words that no list has as a name, an organisation or an ordinary word.
  private static final int UNHEARD_OF = 2;

  private static final int TITLED_LATER = 2;

  /// Open Arabic names and hardly anything else, towns of more words apart.
  private static final Set<String> KUNYA = Set.of("Abu", "Umm", "Ibn", "Abd");

  /// Ends an Arabic name, and that of many a town, as in _Izzat Ibrahim al-Douri_.
  private static final Pattern WITH_ARTICLE =
      Pattern.compile("(?i:al|el|ad|as|an|ar|ash|at|az|ul)-\\p{Lu}.*");

  /// Stand before the names of ships.
  private static final Set<String> SHIPS =
      Set.of("USS", "USNS", "HMS", "HMAS", "HMCS", "FS", "carrier");

  private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)");

  /// Stand behind the names of those in whose memory they are called.
  private static final Set<String> BUILDINGS =
      Set.of("airport", "hospital", "mosque", "stadium", "bridge", "prison", "university", "dam");

  private static final int PARENTHESIS_TOKENS_MAX = 60;

  /// One or two syllables as romanised Chinese and Korean have them.
  private static final Pattern SYLLABLES =
      Pattern.compile(
          "(?i)(?:(?:zh|ch|sh|ts|hs|[bcdfghjklmnpqrstwxyz])?[yw]?[aeiou]{1,3}(?:ng|[nkmlpth])?-?){1,3}");

  private static final int NOT_PERSONAL =
      Traits.ORG_WORD | Traits.NO_PERSON | Traits.FACILITY | Traits.COMPANY;

  private final NameMatcher names;
  private final RoleMatcher roles;

  NameEvidence(NameMatcher names, RoleMatcher roles) {
    this.roles = roles;
    this.names = names;
  }

  /// The run without words at its end that belong to no name; null when nothing is left.
  @Nullable Run trimmed(Tokens tokens, Run run) {
    int count = run.words().size();
    while (count > 0 && isImpersonal(tokens, run, count - 1)) {
      count--;
    }
    return count == 0 ? null : run.first(count);
  }

  int of(Tokens tokens, Run run) {
    int count = run.words().size();
    if (count < 2 || isOrganisationLike(tokens, run) || isNamedAfter(tokens, run)) {
      return 0;
    }
    if (isFamilyFirst(tokens, run)) {
      return FIRST_NAME;
    }
    int first = traits(tokens, run, 0);
    int last = traits(tokens, run, lastName(run));
    boolean hasFirstName = (first & Traits.FIRST_NAME) != 0;
    boolean isInitial = tokens.isInitial(run.at().getFirst());
    int score = family(last);
    if (KUNYA.contains(run.words().getFirst())) {
      score += FIRST_NAME;
    } else if (hasFirstName) {
      score += (first & Traits.FIRST_NAME_COMMON) != 0 ? FIRST_NAME_COMMON : FIRST_NAME;
      score -= isSentenceWord(tokens, run) ? 3 : isPlace(tokens, run, 0) ? 2 : 0;
    } else if (!isInitial && hasFirstNameInside(tokens, run)) {
      boolean isArabic =
          WITH_ARTICLE.matcher(run.words().getLast()).matches()
              && !has(tokens, run.start(), Traits.SMALL)
              && !isPlace(tokens, run, 0);
      if (!isArabic) {
        return 0;
      }
      score += FIRST_NAME_COMMON;
    } else if (!isInitial && (count > 3 || isPlace(tokens, run, 0))) {
      return 0;
    } else if (!isInitial && isUnheardOf(tokens, run)) {
      score += UNHEARD_OF;
    }
    for (int word = 0; word < count - 1; word++) {
      score += tokens.isInitial(run.at().get(word)) ? 2 : 0;
      score += word > 0 && !tokens.isCapitalised(run.at().get(word)) ? 1 : 0;
    }
    if (!hasFirstName && isPlace(tokens, run, lastName(run)) && (last & Traits.FAMILY_NAME) == 0) {
      return 0;
    }
    score += context(tokens, run, hasFirstName);
    boolean mayCount =
        score > 0
            && score < ENOUGH
            && !isPlace(tokens, run, lastName(run))
            && !opensAsWord(tokens, run);
    return mayCount && LaterUse.isTitled(tokens, run, roles) ? score + TITLED_LATER : score;
  }

  /// The carrier _USS Abraham Lincoln_, the _Martin Luther King hospital_, the _158th Fighter
  /// Wing_.
  private boolean isNamedAfter(Tokens tokens, Run run) {
    int before = run.start() - 1;
    if (before >= 0 && tokens.isJoined(run.start())) {
      boolean isShip =
          SHIPS.contains(tokens.text(before))
              && (!tokens.is(before, "carrier") || tokens.is(before - 1, "aircraft"));
      boolean isUnit = ORDINAL.matcher(tokens.text(before)).matches();
      if (isShip || (isUnit && (traits(tokens, run, 0) & Traits.FIRST_NAME) == 0)) {
        return true;
      }
    }
    return tokens.isJoined(run.end()) && BUILDINGS.contains(tokens.text(run.end()));
  }

  /// A word of it says that it is no person, and it has no clear first name.
  boolean isOrganisationLike(Tokens tokens, Run run) {
    int first = traits(tokens, run, 0);
    boolean hasClearFirst =
        (first & Traits.FIRST_NAME) != 0 && (first & Traits.FIRST_NAME_COMMON) == 0;
    boolean hasFirst = (first & Traits.FIRST_NAME) != 0;
    for (int word = hasFirst ? 1 : 0; word < run.words().size(); word++) {
      int traits = traits(tokens, run, word);
      boolean isFamily = (traits & Traits.FAMILY_NAME) != 0;
      if ((traits & NOT_PERSONAL) != 0 && !(isFamily && hasClearFirst)) {
        return true;
      }
    }
    return false;
  }

  /// Chinese, Korean and Vietnamese order.
  boolean isFamilyFirst(Tokens tokens, Run run) {
    int count = run.words().size();
    int first = traits(tokens, run, 0);
    if ((first & Traits.FAMILY_FIRST) == 0 || count < 2 || count > 3) {
      return false;
    }
    for (int word = 1; word < count; word++) {
      if (!SYLLABLES.matcher(FoldedName.of(run.words().get(word)).replace(' ', '-')).matches()) {
        return false;
      }
    }
    boolean isHyphened = run.words().get(1).indexOf('-') > 0;
    int second = traits(tokens, run, 1);
    boolean isWestern =
        (first & Traits.FIRST_NAME) != 0 || ((second & Traits.FAMILY_NAME) != 0 && count == 2);
    return count == 3 || isHyphened || !isWestern || (second & Traits.FAMILY_FIRST) != 0;
  }

  /// One word that may be the family name behind a title.
  boolean mayFollowTitle(Tokens tokens, Run run) {
    int traits = traits(tokens, run, 0);
    int token = run.at().getFirst();
    boolean isName = (traits & (Traits.FIRST_NAME | Traits.FAMILY_NAME)) != 0;
    return !tokens.isInitial(token)
        && run.words().getFirst().length() > 1
        && (isName || (!isPlace(tokens, run, 0) && (traits & NOT_PERSONAL) == 0));
  }

  /// As [#mayFollowTitle], where capitals say nothing.
  boolean mayStandAlone(Tokens tokens, Run run, People people) {
    boolean isName = (traits(tokens, run, 0) & Traits.FAMILY_NAME) != 0;
    boolean isKnown = !people.called(FoldedName.of(run.words().getFirst())).isEmpty();
    return mayFollowTitle(tokens, run) && (isName || isKnown);
  }

  /// A clear first name and a family name, with nothing else than initials between them.
  boolean isKnownThroughout(Tokens tokens, Run run) {
    int first = traits(tokens, run, 0);
    int last = traits(tokens, run, run.words().size() - 1);
    for (int word = 1; word < run.words().size() - 1; word++) {
      if (!tokens.isInitial(run.at().get(word))) {
        return false;
      }
    }
    return (first & Traits.FIRST_NAME) != 0
        && (first & Traits.FIRST_NAME_COMMON) == 0
        && !has(tokens, run.at().getFirst(), Traits.FUNCTION)
        && (last & Traits.FAMILY_NAME) != 0
        && (last & (Traits.FAMILY_NAME_COMMON | NOT_PERSONAL)) == 0
        && !isPlace(tokens, run, 0);
  }

  /// _Echoing Annan_ at the start of a sentence, where the capital of the first word says nothing.
  private boolean opensAsWord(Tokens tokens, Run run) {
    return mayOpen(tokens, run.start()) && has(tokens, run.start(), Traits.SMALL | Traits.FUNCTION);
  }

  /// As the first word of a sentence or of a quoted one.
  private static boolean mayOpen(Tokens tokens, int i) {
    return tokens.opensSentence(i) || tokens.is(i - 1, '“') || tokens.is(i - 1, '"');
  }

  /// _Will_ at the start of a question is a verb.
  private boolean isSentenceWord(Tokens tokens, Run run) {
    return has(tokens, run.start(), Traits.FUNCTION) && mayOpen(tokens, run.start());
  }

  private int context(Tokens tokens, Run run, boolean hasFirstName) {
    int before = run.start() - 1;
    int end = run.end();
    boolean isJoined = tokens.isJoined(end);
    int score = 0;
    if (isJoined && (has(tokens, end, Traits.SPEECH) || tokens.isInAnyCase(end, "who"))) {
      score += 2;
    }
    if (isJoined && tokens.is(end, ',') && end + 1 < tokens.size) {
      boolean isAge = Character.isDigit(tokens.first(end + 1)) && tokens.is(end + 2, ',');
      boolean isClear = isAge || tokens.isInAnyCase(end + 1, "who") || isRole(tokens, end + 1);
      score += isClear ? 3 : isArticle(tokens, end + 1) ? 1 : 0;
    }
    int behind = behindParenthesis(tokens, end);
    score += isOtherNameOfPerson(tokens, behind) ? 2 : 0;
    if (tokens.isJoined(behind)
        && (tokens.isInAnyCase(behind, "is") || tokens.isInAnyCase(behind, "was"))) {
      score += isArticle(tokens, behind + 1) ? 2 : 0;
    }
    if (before >= 0 && tokens.isJoined(run.start())) {
      score += has(tokens, before, Traits.SPEECH) ? 2 : 0;
      score += tokens.isInAnyCase(before, "by") || tokens.isInAnyCase(before, "'s") ? 1 : 0;
      score += has(tokens, before, Traits.KIN) || isDemonym(tokens, before) ? 1 : 0;
    }
    return !hasFirstName && tokens.opensSentence(run.start()) ? score / 2 : score;
  }

  /// _, also known as Abu Haidar_
  private boolean isOtherNameOfPerson(Tokens tokens, int i) {
    int known = tokens.isJoined(i) && tokens.is(i, ',') ? i + 1 : i;
    int name = tokens.isInAnyCase(known, "also") ? known + 3 : known + 2;
    return tokens.isJoined(name)
        && tokens.isInAnyCase(name - 2, "known")
        && tokens.isInAnyCase(name - 1, "as")
        && tokens.isCapitalised(name)
        && (KUNYA.contains(tokens.text(name)) || (tokens.traits[name] & Traits.FIRST_NAME) != 0);
  }

  /// The token behind `(born 1960)` at `i`; `i` when there is none.
  private static int behindParenthesis(Tokens tokens, int i) {
    if (!tokens.isJoined(i) || !tokens.is(i, '(')) {
      return i;
    }
    int last = Math.min(tokens.size, i + PARENTHESIS_TOKENS_MAX);
    for (int at = i + 1; at < last && tokens.isJoined(at); at++) {
      if (tokens.is(at, ')')) {
        return at + 1;
      }
    }
    return i;
  }

  /// Not behind a particle either: _Ciudad de México_ has the shape of a name in other languages.
  private boolean isUnheardOf(Tokens tokens, Run run) {
    for (int word = 0; word < run.words().size(); word++) {
      int token = run.at().get(word);
      boolean isOrdinary =
          has(tokens, token, Traits.SMALL) || tokens.isAcronym(token) || isKnown(tokens, run, word);
      if (isOrdinary || !tokens.isCapitalised(token)) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnown(Tokens tokens, Run run, int word) {
    return names.longest(tokens, run.at().get(word)) != null
        && (traits(tokens, run, word) & Traits.FAMILY_NAME) == 0;
  }

  private boolean isRole(Tokens tokens, int i) {
    return !tokens.isCapitalised(i) && roles.longest(tokens, i) != null;
  }

  private boolean isDemonym(Tokens tokens, int i) {
    NameMatcher.Match match = names.longest(tokens, i);
    return match != null
        && match.end() == i + 1
        && match.name().isPlace()
        && match.name().how() == Mention.How.DEMONYM;
  }

  private boolean isArticle(Tokens tokens, int i) {
    return tokens.isInAnyCase(i, "a")
        || tokens.isInAnyCase(i, "an")
        || tokens.isInAnyCase(i, "the");
  }

  private boolean isImpersonal(Tokens tokens, Run run, int word) {
    int traits = traits(tokens, run, word);
    boolean isSubject =
        (traits & (Traits.NO_PERSON | Traits.ORG_WORD | Traits.FACILITY)) != 0
            && (traits & Traits.FAMILY_NAME) == 0;
    return isSubject || (traits & Traits.GROUP) != 0;
  }

  private boolean hasFirstNameInside(Tokens tokens, Run run) {
    for (int word = 1; word < run.words().size() - 1; word++) {
      int traits = traits(tokens, run, word);
      if ((traits & Traits.FIRST_NAME) != 0 && (traits & Traits.FIRST_NAME_COMMON) == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlace(Tokens tokens, Run run, int word) {
    NameMatcher.Match match = names.longest(tokens, run.at().get(word));
    return match != null && match.name().isPlace();
  }

  private static int family(int traits) {
    if ((traits & Traits.FAMILY_NAME) == 0) {
      return 0;
    }
    return (traits & Traits.FAMILY_NAME_COMMON) != 0 ? FAMILY_NAME_COMMON : FAMILY_NAME;
  }

  private static int lastName(Run run) {
    int last = run.words().size() - 1;
    return last > 1 && FullName.isSuffix(run.words().get(last)) ? last - 1 : last;
  }

  private int traits(Tokens tokens, Run run, int word) {
    return tokens.traits[run.at().get(word)];
  }

  private boolean has(Tokens tokens, int i, int trait) {
    return (tokens.lowerTraits[i] & trait) != 0;
  }
}
