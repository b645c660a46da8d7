package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName.Flag;
import dateline.index.annotate.NameMatcher.Match;
import dateline.index.annotate.Tokens.Casing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds place names in what people and organisations have left, and turns down those that are
/// probably part of another name or an ordinary word.
final class PlaceFinder {
  private static final int FAMILY = Traits.FAMILY_NAME | Traits.FAMILY_NAME_COMMON;

  /// Words of a company's name between a place that opens it and its legal form or symbol; with
  /// more, the place mostly opens a sentence that ends with the company.
  private static final int COMPANY_WORDS_MAX = 1;

  /// Of these the last word of a company's name in capitals is one that no place stands before for
  /// its own sake, as before _Airlines_ or _AG_, an attorney general.
  private static final Set<String> LEGAL_FORMS =
      Set.of("inc", "corp", "co", "cos", "ltd", "plc", "nv", "llc", "gmbh", "pty", "spa", "bhd");

  private final NameMatcher names;

  PlaceFinder(NameMatcher names) {
    this.names = names;
  }

  /// @param isOrdinary whether the article writes a word in small letters too
  void find(
      Tokens tokens,
      Predicate<String> isOrdinary,
      List<PlaceHit> places,
      List<OrganisationHit> organisations) {
    int i = 0;
    while (i < tokens.size) {
      Match match = tokens.isWord(i) ? names.longest(tokens, i) : null;
      if (match == null || !tokens.isFree(i, match.end()) || isSymbol(tokens, i, match.end())) {
        i++;
      } else if (match.name().isPlace() && isPlace(tokens, i, match, isOrdinary, places)) {
        Span span = span(tokens, i, match.end(), match.name());
        tokens.take(span);
        places.add(new PlaceHit(span, match.name(), null, PlaceHit.Source.TEXT));
        i = match.end();
      } else {
        if (match.name().isOrganisation() && !isPartOfName(tokens, i, match.end())) {
          var span = new Span(tokens, i, match.end(), EntityKind.ORGANISATION, Mention.How.NAME);
          tokens.take(span);
          organisations.add(new OrganisationHit(span, match.name().organisations().getFirst()));
        }
        i = match.end();
      }
    }
  }

  /// Joins `Paris` and `Texas` of _Paris, Texas_ in hits that stand in reading order.
  static List<PlaceHit> withContainers(List<PlaceHit> hits) {
    var joined = new ArrayList<PlaceHit>(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      PlaceHit hit = hits.get(i);
      PlaceHit next = i + 1 < hits.size() ? hits.get(i + 1) : null;
      joined.add(
          next != null && contains(next, hit)
              ? new PlaceHit(hit.span(), hit.name(), next.name(), hit.source())
              : hit);
    }
    return joined;
  }

  private static boolean contains(PlaceHit next, PlaceHit hit) {
    Tokens tokens = hit.span().tokens();
    return hit.container() == null
        && tokens == next.span().tokens()
        && tokens.is(hit.span().end(), ',')
        && next.span().start() == hit.span().end() + 1
        && tokens.isJoined(next.span().start());
  }

  static Span span(Tokens tokens, int start, int end, KnownName name) {
    boolean hasArticle = end > start + 1 && tokens.isInAnyCase(start, "the");
    return new Span(tokens, hasArticle ? start + 1 : start, end, EntityKind.PLACE, name.how());
  }

  private boolean isPlace(
      Tokens tokens, int i, Match match, Predicate<String> isOrdinary, List<PlaceHit> found) {
    KnownName name = match.name();
    if (name.isOrganisation() && !name.isWide() && !name.has(Flag.CAPS)) {
      return false;
    }
    if (isPrefixAlone(tokens, match)
        || isInCompany(tokens, i, match.end())
        || areInitials(tokens, i, name)) {
      return false;
    }
    if (isBehindParty(tokens, i) && name.isWide()) {
      return true;
    }
    if (name.has(Flag.AFTER_COMMA) && !isBehindComma(tokens, i)) {
      return false;
    }
    if (isBehindComma(tokens, i) && name.isWide()) {
      return true;
    }
    boolean isWritten = tokens.isCapitalised(i);
    if (name.has(Flag.LOWER) && isWritten && isOrdinary.test(tokens.text(i, match.end()))) {
      return false;
    }
    if (tokens.casings[i] == Casing.TITLE && name.has(Flag.COMMON)) {
      return false;
    }
    boolean isFirm = name.has(Flag.CAPS) && (name.isWide() || !name.has(Flag.PERSON));
    if (isFirm) {
      boolean isPerson =
          name.isWide()
              ? name.has(Flag.PERSON) && followsFirstName(tokens, i)
              : leadsFamilyName(tokens, match.end());
      return !isPerson;
    }
    if (isDoubtfulCity(name)
        && found.stream().noneMatch(hit -> hit.name() == name)
        && !hasSign(tokens, i, match.end())) {
      return false;
    }
    return !isPartOfName(tokens, i, match.end());
  }

  private static boolean isDoubtfulCity(KnownName name) {
    boolean isDoubtful = name.has(Flag.PERSON) || name.has(Flag.COMMON);
    return isDoubtful && !name.has(Flag.CAPS) && !name.isWide();
  }

  /// A preposition of place before it, or a wider place behind its comma.
  private boolean hasSign(Tokens tokens, int start, int end) {
    Match next =
        tokens.is(end, ',') && end + 1 < tokens.size ? names.longest(tokens, end + 1) : null;
    return tokens.isLocated(start) || (next != null && next.name().isWide());
  }

  private static boolean isBeforeHyphen(Tokens tokens, int end) {
    return tokens.is(end, '-') && tokens.isGlued(end) && tokens.isCapitalised(end + 1);
  }

  private static boolean isBehindComma(Tokens tokens, int i) {
    return i >= 2
        && tokens.is(i - 1, ',')
        && tokens.isJoined(i)
        && tokens.isJoined(i - 1)
        && tokens.isCapitalised(i - 2);
  }

  /// _Ore._ in _D-Ore._
  private static boolean isBehindParty(Tokens tokens, int i) {
    return i >= 2
        && tokens.is(i - 1, '-')
        && tokens.isGlued(i)
        && tokens.isGlued(i - 1)
        && tokens.ends[i - 2] - tokens.starts[i - 2] == 1
        && tokens.isCapitalised(i - 2);
  }

  private boolean followsFirstName(Tokens tokens, int i) {
    return tokens.isJoined(i)
        && tokens.isCapitalised(i - 1)
        && (tokens.traits[i - 1] & Traits.FIRST_NAME) != 0;
  }

  /// _Alexandria_ in _Alexandria Ocasio-Cortez_.
  private boolean leadsFamilyName(Tokens tokens, int end) {
    return tokens.isJoined(end)
        && tokens.casings[end] == Casing.RUNNING
        && isNameWord(tokens, end)
        && (tokens.traits[end] & FAMILY) == Traits.FAMILY_NAME;
  }

  /// A capitalised word that is no place stands next to it.
  private boolean isPartOfName(Tokens tokens, int start, int end) {
    if (tokens.casings[start] != Casing.RUNNING) {
      return false;
    }
    boolean isLed =
        tokens.isJoined(start) && isNameWord(tokens, start - 1) && !tokens.opensSentence(start - 1);
    boolean isFollowed = tokens.isJoined(end) && isNameWord(tokens, end);
    boolean isHyphened =
        (tokens.is(end, '-') && tokens.isGlued(end) && isNameWord(tokens, end + 1))
            || (tokens.is(start - 1, '-')
                && tokens.isGlued(start)
                && isNameWord(tokens, start - 2));
    return isLed || isFollowed || isHyphened;
  }

  private boolean isNameWord(Tokens tokens, int i) {
    if (!tokens.isCapitalised(i) || tokens.spans[i] != null) {
      return false;
    }
    @Nullable Match match = names.longest(tokens, i);
    boolean isOther =
        (tokens.traits[i] & Traits.CALENDAR) != 0 || (tokens.lowerTraits[i] & Traits.FUNCTION) != 0;
    return !isOther && !(match != null && match.name().isPlace() && match.name().isWide());
  }

  /// The stock symbol in _Union Carbide <UK>_.
  private static boolean isSymbol(Tokens tokens, int start, int end) {
    return end == start + 1 && tokens.is(start - 1, '<') && tokens.is(end, '>');
  }

  /// _ESSEX_ in _ESSEX CHEMICAL <ESX>_, _<ESSEX HOLDING>_ or _ESSEX CHEMICAL CORP_, as newswires
  /// write of companies.
  private static boolean isInCompany(Tokens tokens, int start, int end) {
    if (tokens.casings[start] == Casing.RUNNING) {
      return false;
    }
    for (int i = end; i <= end + COMPANY_WORDS_MAX && tokens.isJoined(i); i++) {
      if (tokens.is(i, '<') || tokens.is(i, '>')) {
        return true;
      }
      if (!tokens.isWord(i)) {
        return false;
      }
      if (LEGAL_FORMS.contains(tokens.folded(i))) {
        return true;
      }
    }
    return false;
  }

  /// _N.M._ in _N.M. Rothschild_.
  private static boolean areInitials(Tokens tokens, int i, KnownName name) {
    return tokens.isInitial(i)
        && name.first().place().kind() == PlaceEntry.Kind.STATE
        && !isBehindComma(tokens, i)
        && tokens.isJoined(i + 1)
        && (tokens.traits[i + 1] & Traits.FAMILY_NAME) != 0
        && (tokens.lowerTraits[i + 1] & Traits.SMALL) == 0;
  }

  /// The first half of _Russo-Japanese_ without the second.
  static boolean isPrefixAlone(Tokens tokens, Match match) {
    return match.name().isPrefix() && !isBeforeHyphen(tokens, match.end());
  }
}
