package dateline.index.annotate;

import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName;
import java.util.ArrayList;
import java.util.List;

/// Reads the longest run of words from a token on that may be a person's name. Whether it is one is
/// for [PeopleRules] to say.
final class NameReader {
  private static final int WORDS_MAX = 6;

  /// Fewer are one name with a word twice: _Ford Madox Ford_.
  private static final int WORDS_OF_TWO_NAMES = 4;

  /// @param end token after the last
  /// @param words as [FullName] has them
  /// @param at first token of each word
  record Run(int start, int end, List<String> words, List<Integer> at) {
    /// The run up to its word number `count`.
    Run first(int count) {
      return count == words.size()
          ? this
          : new Run(start, at.get(count), words.subList(0, count), at.subList(0, count));
    }
  }

  private final NameMatcher names;
  private final RoleMatcher roles;

  NameReader(NameMatcher names, RoleMatcher roles) {
    this.names = names;
    this.roles = roles;
  }

  /// Whether a second word may follow the one at `i`: cheap, and true where only reading tells.
  boolean mayGoOn(Tokens tokens, int i) {
    int next = i + 1;
    return tokens.isJoined(next)
        && (tokens.isCapitalised(next)
            || isParticle(tokens, next)
            || tokens.is(next, '-')
            || tokens.is(next, '(')
            || isQuote(tokens, next));
  }

  Run read(Tokens tokens, int start) {
    var words = new ArrayList<String>();
    var at = new ArrayList<Integer>();
    int i = start;
    while (words.size() < WORDS_MAX && belongs(tokens, i, start)) {
      int end = wordEnd(tokens, i);
      at.add(i);
      words.add(tokens.text(i, end));
      i = behindNickname(tokens, end);
    }
    if (!words.isEmpty()) {
      i = Math.min(i, wordEnd(tokens, at.getLast()));
    }
    int own = ownWords(words);
    if (own < words.size()) {
      i = at.get(own);
      words.subList(own, words.size()).clear();
      at.subList(own, at.size()).clear();
    }
    while (!words.isEmpty() && isParticle(tokens, at.getLast()) && i == at.getLast() + 1) {
      i = at.removeLast();
      words.removeLast();
    }
    return new Run(start, i, words, at);
  }

  /// The words of the first of two names that stand side by side, as in _Nita Lowey Nita Sue Lowey_
  /// and _Ben Cardin Benjamin Louis Cardin_ of a caption: a given name that comes again opens the
  /// second, a family name that comes again ends it.
  private static int ownWords(List<String> words) {
    if (words.size() < WORDS_OF_TWO_NAMES) {
      return words.size();
    }
    for (int first = 0; first < words.size() - 2; first++) {
      int second = first + 2;
      while (second < words.size() && !isAgain(words.get(first), words.get(second))) {
        second++;
      }
      if (second < words.size()) {
        int same = 1;
        while (second + same < words.size()
            && isAgain(words.get(first + same), words.get(second + same))) {
          same++;
        }
        boolean isGivenName = first == 0 && second + same < words.size();
        return isGivenName ? second : first + same;
      }
    }
    return words.size();
  }

  /// The same word, or the same with the next headline run into it: _Gaetz_ and _GaetzSchiff_.
  private static boolean isAgain(String word, String later) {
    return Character.isUpperCase(word.charAt(0))
        && later.startsWith(word)
        && (later.length() == word.length() || Character.isUpperCase(later.charAt(word.length())));
  }

  /// Skips the quoted name of _Richard "Tex" Coe_, which is no part of the full name, and the one
  /// in brackets of _Charles (Chuck) Ellis_.
  private static int behindNickname(Tokens tokens, int i) {
    boolean isSetOff =
        tokens.isJoined(i + 3)
            && tokens.isJoined(i)
            && tokens.isCapitalised(i + 1)
            && tokens.isCapitalised(i + 3)
            && ((isQuote(tokens, i) && isQuote(tokens, i + 2))
                || (tokens.is(i, '(') && tokens.is(i + 2, ')') && !tokens.isAcronym(i + 1)));
    return isSetOff ? i + 3 : i;
  }

  private static boolean isQuote(Tokens tokens, int i) {
    return tokens.is(i, '"') || tokens.is(i, '“') || tokens.is(i, '”');
  }

  private boolean belongs(Tokens tokens, int i, int start) {
    if (i >= tokens.size || tokens.spans[i] != null || (i > start && !tokens.isJoined(i))) {
      return false;
    }
    if (isParticle(tokens, i)) {
      return leadsToCapital(tokens, i);
    }
    if (!tokens.isCapitalised(i)) {
      return false;
    }
    if (tokens.isInitial(i)) {
      return names.longest(tokens, i) == null; // not U.S.
    }
    if (i > start && FullName.isSuffix(tokens.text(i))) {
      return true;
    }
    int traits = tokens.traits[i];
    boolean isName = (traits & (Traits.FIRST_NAME | Traits.FAMILY_NAME)) != 0;
    boolean isFunctionWord = (tokens.lowerTraits[i] & Traits.FUNCTION) != 0;
    if ((traits & Traits.CALENDAR) != 0
        ? !isPersonal(tokens, i, start)
        : isFunctionWord && (i > start || !isName)) {
      return false;
    }
    if (tokens.isAcronym(i) && tokens.ends[i] - tokens.starts[i] > 2) {
      return false;
    }
    return !isPlaceOnly(tokens, i, isName)
        && (isName || !isTitle(tokens, i) || endsName(tokens, i, start));
  }

  /// _Cardinal_ in _Douglas Cardinal, the designer_.
  private boolean endsName(Tokens tokens, int i, int start) {
    int traits = tokens.traits[start];
    return i == start + 1
        && (traits & (Traits.FIRST_NAME | Traits.FIRST_NAME_COMMON)) == Traits.FIRST_NAME
        && !(tokens.isJoined(i + 1) && tokens.isWord(i + 1) && tokens.isCapitalised(i + 1));
  }

  /// Tells _Theresa May_ and _June Smith_ from the months.
  private boolean isPersonal(Tokens tokens, int i, int start) {
    boolean isFirstName = (tokens.traits[i] & Traits.FIRST_NAME) != 0;
    boolean isBeforeNumber = i + 1 < tokens.size && Character.isDigit(tokens.first(i + 1));
    return isFirstName
        && !isBeforeNumber
        && (i == start || (tokens.traits[i - 1] & Traits.FIRST_NAME) != 0);
  }

  private boolean leadsToCapital(Tokens tokens, int i) {
    int next = tokens.is(i + 1, '-') ? i + 2 : i + 1;
    return next < tokens.size
        && tokens.isJoined(next)
        && (tokens.isCapitalised(next)
            || (isParticle(tokens, next) && leadsToCapital(tokens, next)));
  }

  private boolean isParticle(Tokens tokens, int i) {
    return !tokens.isCapitalised(i) && (tokens.traits[i] & Traits.PARTICLE) != 0;
  }

  private int wordEnd(Tokens tokens, int i) {
    int end = i + 1;
    while (tokens.is(end, '-')
        && tokens.isGlued(end)
        && tokens.isGlued(end + 1)
        && (tokens.isCapitalised(end + 1) || isGivenSyllable(tokens, i, end + 1))) {
      end += 2;
    }
    return end;
  }

  /// The small half of a given name as in _Kim Jong-un_, or what follows _al-_.
  private boolean isGivenSyllable(Tokens tokens, int start, int i) {
    return tokens.isWord(i)
        && start > 0
        && tokens.ends[i] - tokens.starts[i] <= 5
        && (tokens.traits[start - 1] & Traits.FAMILY_FIRST) != 0;
  }

  private boolean isPlaceOnly(Tokens tokens, int i, boolean isName) {
    NameMatcher.Match match = names.longest(tokens, i);
    if (match == null || !match.name().isPlace() || match.name().has(PlaceName.Flag.PERSON)) {
      return false;
    }
    return match.end() == i + 1
        && match.name().isWide()
        && !PlaceFinder.isPrefixAlone(tokens, match)
        && !(isName && match.name().senses().getFirst().place().kind() == PlaceEntry.Kind.STATE);
  }

  private boolean isTitle(Tokens tokens, int i) {
    return roles.longest(tokens, i) != null;
  }
}
