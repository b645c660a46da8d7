package dateline.index.annotate;

import dateline.corpus.gazetteer.Role;

/// Finds organisations that no list knows: capitalised words ended by an organisation word (_Alcan
/// Aluminium Ltd_) or opened by one before _of_ (_University of Texas_).
final class OrganisationRules {
  private static final int TOKENS_MAX = 12;

  private final NameMatcher names;
  private final RoleMatcher roles;

  OrganisationRules(NameMatcher names, RoleMatcher roles) {
    this.names = names;
    this.roles = roles;
  }

  /// The token behind the organisation at `start`; 0 when there is none.
  int end(Tokens tokens, int start) {
    boolean mayOpen =
        belongs(tokens, start)
            && mayGoOn(tokens, start)
            && !isTitle(tokens, start)
            && !followsTitle(tokens, start);
    if (!mayOpen) {
      return 0;
    }
    int best = 0;
    int i = start;
    while (i < Math.min(tokens.size, start + TOKENS_MAX)) {
      if (i > start && (!tokens.isJoined(i) || tokens.spans[i] != null)) {
        break;
      }
      if (belongs(tokens, i)) {
        int behindOf = has(tokens, i, Traits.ORG_OPENING) ? endBehindOf(tokens, i + 1) : 0;
        if (behindOf > 0) {
          best = behindOf;
          i = behindOf;
          continue;
        }
        best = i > start && has(tokens, i, Traits.ORG_WORD) ? i + 1 : best;
        i++;
      } else if (isLink(tokens, i) && belongs(tokens, i + 1)) {
        i++;
      } else {
        break;
      }
    }
    return best - start >= 2 && !isPerson(tokens, start, best) ? best : 0;
  }

  /// What follows most capitalised words rules out a second one.
  private boolean mayGoOn(Tokens tokens, int i) {
    return tokens.isJoined(i + 1)
        && (tokens.isCapitalised(i + 1)
            || has(tokens, i, Traits.ORG_OPENING)
            || isLink(tokens, i + 1));
  }

  /// The token behind `of Texas` or `of Trade and Industry` at `i`; 0 when there is no such thing.
  private int endBehindOf(Tokens tokens, int i) {
    boolean isLinked =
        i + 1 < tokens.size
            && tokens.isJoined(i)
            && tokens.isJoined(i + 1)
            && (tokens.is(i, "of") || tokens.is(i, "for"));
    if (!isLinked) {
      return 0;
    }
    int first = tokens.is(i + 1, "the") ? i + 2 : i + 1;
    NameMatcher.Match place = first < tokens.size ? names.longest(tokens, first) : null;
    if (place != null && place.name().isPlace()) {
      return tokens.isFree(first, place.end()) ? place.end() : 0;
    }
    int end = first;
    while (end < tokens.size && tokens.isJoined(end) && tokens.spans[end] == null) {
      boolean isAnd = end > first && tokens.is(end, "and") && belongs(tokens, end + 1);
      if (!isAnd && (!belongs(tokens, end) || isTitle(tokens, end))) {
        break;
      }
      end++;
    }
    return end > first ? end : 0;
  }

  private boolean belongs(Tokens tokens, int i) {
    return tokens.isCapitalised(i)
        && tokens.spans[i] == null
        && (tokens.lowerTraits[i] & Traits.FUNCTION) == 0
        && !has(tokens, i, Traits.CALENDAR);
  }

  private boolean isLink(Tokens tokens, int i) {
    boolean isHyphen = tokens.is(i, '-') && tokens.isGlued(i) && tokens.isGlued(i + 1);
    boolean isPossessive = tokens.is(i, "'s") && has(tokens, i - 1, Traits.GROUP);
    return isHyphen
        || isPossessive
        || tokens.is(i, '&')
        || (tokens.is(i, '/') && tokens.isGlued(i));
  }

  private boolean isTitle(Tokens tokens, int i) {
    RoleMatcher.Match match = roles.longest(tokens, i);
    return match != null
        && match.role().kind() != Role.Kind.MODIFIER
        && !has(tokens, match.end() - 1, Traits.ORG_WORD);
  }

  private boolean followsTitle(Tokens tokens, int start) {
    RoleMatcher.Match match =
        start > 0 && tokens.isJoined(start) ? roles.longest(tokens, start - 1) : null;
    return match != null && match.end() == start && match.role().kind() == Role.Kind.HONORIFIC;
  }

  /// _Emily Post_: a clear first name and a family name.
  private boolean isPerson(Tokens tokens, int start, int end) {
    return end == start + 2
        && has(tokens, start, Traits.FIRST_NAME)
        && !has(tokens, start, Traits.FIRST_NAME_COMMON)
        && has(tokens, start + 1, Traits.FAMILY_NAME)
        && !has(tokens, start + 1, Traits.COMPANY);
  }

  private boolean has(Tokens tokens, int i, int trait) {
    return (tokens.traits[i] & trait) != 0;
  }
}
