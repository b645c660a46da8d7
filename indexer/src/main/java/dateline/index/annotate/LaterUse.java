package dateline.index.annotate;

import dateline.corpus.gazetteer.Role;
import dateline.index.annotate.NameReader.Run;
import dateline.index.annotate.RoleMatcher.Match;

/// Looks whether the rest of a text puts a title before the last word of a run, as in _Staffan de
/// Mistura_ and, further down, _Mr. de Mistura_. The word alone says nothing: companies are called
/// so too.
final class LaterUse {
  private static final int PARTICLES_MAX = 2;

  private LaterUse() {}

  static boolean isTitled(Tokens tokens, Run run, RoleMatcher roles) {
    int last = run.at().getLast();
    if (run.end() != last + 1) {
      return false;
    }
    for (int i = run.end(); i < tokens.size; i++) {
      if (isSame(tokens, last, i) && followsTitle(tokens, i, roles)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Tokens tokens, int one, int other) {
    int length = tokens.ends[one] - tokens.starts[one];
    return tokens.word(one) == tokens.word(other)
        && tokens.ends[other] - tokens.starts[other] == length
        && tokens.text.regionMatches(tokens.starts[one], tokens.text, tokens.starts[other], length);
  }

  private static boolean followsTitle(Tokens tokens, int i, RoleMatcher roles) {
    int first = Math.max(0, i - 1 - PARTICLES_MAX);
    for (int title = i - 1; title >= first && tokens.isJoined(title + 1); title--) {
      Match match = roles.longest(tokens, title);
      if (match != null) {
        return match.role().kind() == Role.Kind.HONORIFIC && tokens.isCapitalised(title);
      }
      if (tokens.isCapitalised(title)) {
        return false;
      }
    }
    return false;
  }
}
