package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName;
import dateline.index.annotate.NameMatcher.Match;
import dateline.index.annotate.Tokens.Casing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the names of several words before people are looked for: organisations, known or ended by
/// a word such as `Corp`, and places such as _New York_. The longest wins, so that the place in
/// _Washington Post_ is none.
final class LongNames {
  /// What a word has that opens a name, known or not.
  private static final int MAY_OPEN = Traits.CAPITAL | Traits.OPENS_NAME;

  private final NameMatcher names;
  private final OrganisationRules rules;

  LongNames(NameMatcher names, RoleMatcher roles) {
    this.names = names;
    this.rules = new OrganisationRules(names, roles);
  }

  void find(Tokens tokens, List<PlaceHit> places, List<OrganisationHit> organisations) {
    int i = 0;
    while (i < tokens.size) {
      boolean mayOpen =
          (tokens.traits[i] & MAY_OPEN) != 0 && tokens.spans[i] == null && tokens.isWord(i);
      i = mayOpen ? step(tokens, i, places, organisations) : i + 1;
    }
  }

  private int step(
      Tokens tokens, int i, List<PlaceHit> places, List<OrganisationHit> organisations) {
    Match match = names.longest(tokens, i);
    int end = match == null ? i : match.end();
    int organisationEnd = tokens.casings[i] == Casing.RUNNING ? rules.end(tokens, i) : 0;
    if (organisationEnd > end && isKnownWithin(tokens, i + 1, organisationEnd)) {
      return i + 1;
    }
    if (organisationEnd > end) {
      takeInside(tokens, i, organisationEnd, places);
      var span = organisation(tokens, i, organisationEnd);
      organisations.add(new OrganisationHit(span, null));
      return organisationEnd;
    }
    if (match == null || end == i + 1 || !tokens.isFree(i, end)) {
      return i + 1;
    }
    if (match.name().isOrganisation()) {
      takeInside(tokens, i, end, places);
      organisations.add(
          new OrganisationHit(
              organisation(tokens, i, end), match.name().organisations().getFirst()));
      return end;
    }
    boolean isClear =
        !match.name().has(PlaceName.Flag.PERSON) && !match.name().has(PlaceName.Flag.COMMON);
    if (!isClear) {
      return i + 1;
    }
    var span = PlaceFinder.span(tokens, i, end, match.name());
    tokens.take(span);
    places.add(new PlaceHit(span, match.name(), null, PlaceHit.Source.TEXT));
    return end;
  }

  /// A known organisation goes on behind `end`, as the _Securities and Exchange Commission_ of the
  /// U.S. does behind _U.S. Securities_.
  private boolean isKnownWithin(Tokens tokens, int start, int end) {
    for (int i = start; i < end; i++) {
      Match match = names.longest(tokens, i);
      if (match != null && match.end() > end && match.name().isOrganisation()) {
        return true;
      }
    }
    return false;
  }

  private static Span organisation(Tokens tokens, int start, int end) {
    var span = new Span(tokens, start, end, EntityKind.ORGANISATION, Mention.How.NAME);
    tokens.take(span);
    return span;
  }

  /// The country in _Bank of Japan_ or _Soviet Foreign Trade Bank_ is what such a body acts for;
  /// the one in the name of a company is only part of a brand.
  private void takeInside(Tokens tokens, int start, int end, List<PlaceHit> places) {
    if ((tokens.traits[end - 1] & Traits.COMPANY) != 0) {
      return;
    }
    for (int i = start; i < end; i++) {
      @Nullable Match match = names.longest(tokens, i);
      if (match != null && match.end() <= end && isCountry(match.name())) {
        Mention.How how =
            match.name().how() == Mention.How.DEMONYM ? Mention.How.DEMONYM : Mention.How.METONYM;
        var span = new Span(tokens, i, match.end(), EntityKind.PLACE, how);
        places.add(new PlaceHit(span, match.name(), null, PlaceHit.Source.ORGANISATION));
        i = match.end() - 1;
      }
    }
  }

  private static boolean isCountry(KnownName name) {
    if (!name.isPlace()) {
      return false;
    }
    PlaceEntry.Kind kind = name.senses().getFirst().place().kind();
    return kind == PlaceEntry.Kind.COUNTRY || kind == PlaceEntry.Kind.HISTORIC;
  }
}
