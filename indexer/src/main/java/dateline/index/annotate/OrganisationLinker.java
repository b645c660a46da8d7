package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.index.annotate.Tokens.Casing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives the shorter names by which later sentences call organisations to them: _AmSouth_ to the
/// AmSouth Corp, _HRW_ to what was introduced as _Human Rights Watch (HRW)_.
final class OrganisationLinker {
  private static final int FORM_TOKENS_MAX = 3;
  private static final int WORD_LETTERS_MIN = 3;

  private final Map<String, OrganisationHit> shorter = new HashMap<>();
  private final Map<String, OrganisationHit> acronyms = new HashMap<>();

  /// First words of the shorter names, folded.
  private final Set<String> openings = new HashSet<>();

  private OrganisationLinker() {}

  /// Adds what is found to the organisations; after all other names have been found.
  static void link(List<Tokens> zones, List<OrganisationHit> organisations, NameMatcher names) {
    var linker = new OrganisationLinker();
    for (OrganisationHit organisation : organisations) {
      if (organisation.span().tokens().casings[organisation.span().start()] == Casing.RUNNING) {
        linker.addAcronym(organisation);
        linker.addShorter(organisation, names);
      }
    }
    if (!linker.shorter.isEmpty() || !linker.acronyms.isEmpty()) {
      zones.forEach(tokens -> linker.find(tokens, organisations));
    }
  }

  private void addAcronym(OrganisationHit organisation) {
    Span span = organisation.span();
    Tokens tokens = span.tokens();
    int at = span.end() + 1;
    boolean isAcronym =
        tokens.is(span.end(), '(')
            && tokens.is(at + 1, ')')
            && tokens.isCapitalised(at)
            && tokens.isAcronym(at)
            && isMadeOfInitials(tokens.text(at), span.text());
    if (isAcronym) {
      acronyms.putIfAbsent(tokens.text(at), organisation);
    }
  }

  private static boolean isMadeOfInitials(String acronym, String name) {
    var initials = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean opens = i == 0 || !Character.isLetterOrDigit(name.charAt(i - 1));
      if (opens) {
        initials.append(Character.toUpperCase(name.charAt(i)));
      }
    }
    int from = 0;
    for (int i = 0; i < acronym.length(); i++) {
      from = initials.indexOf(acronym.substring(i, i + 1), from) + 1;
      if (from == 0) {
        return false;
      }
    }
    return true;
  }

  /// What of a company's name stands before its legal form, whole or the first words.
  private void addShorter(OrganisationHit organisation, NameMatcher names) {
    Span span = organisation.span();
    Tokens tokens = span.tokens();
    if ((tokens.traits[span.end() - 1] & Traits.COMPANY) == 0) {
      return;
    }
    int last = Math.min(span.end() - 1, span.start() + FORM_TOKENS_MAX);
    for (int end = span.start() + 1; end <= last && tokens.isCapitalised(end - 1); end++) {
      if (end > span.start() + 1 || mayStandAlone(tokens, span.start(), names)) {
        openings.add(tokens.folded(span.start()));
        shorter.putIfAbsent(tokens.folded(span.start(), end), organisation);
      }
    }
  }

  /// The first word of a company's name says nothing where it is an ordinary one or a place.
  private static boolean mayStandAlone(Tokens tokens, int i, NameMatcher names) {
    return tokens.ends[i] - tokens.starts[i] >= WORD_LETTERS_MIN
        && (tokens.lowerTraits[i] & (Traits.SMALL | Traits.FUNCTION)) == 0
        && (tokens.traits[i] & (Traits.FIRST_NAME | Traits.CALENDAR)) == 0
        && names.longest(tokens, i) == null;
  }

  private void find(Tokens tokens, List<OrganisationHit> found) {
    int i = 0;
    while (i < tokens.size) {
      boolean mayOpen = tokens.isCapitalised(i) && tokens.spans[i] == null;
      OrganisationHit hit = mayOpen ? hit(tokens, i) : null;
      if (hit != null) {
        found.add(hit);
        i = hit.span().end();
      } else {
        i++;
      }
    }
  }

  private @Nullable OrganisationHit hit(Tokens tokens, int i) {
    OrganisationHit meant = tokens.isAcronym(i) ? acronyms.get(tokens.text(i)) : null;
    if (meant != null) {
      return called(meant, tokens, i, i + 1);
    }
    if (openings.contains(tokens.folded(i))) {
      for (int end = Math.min(tokens.size, i + FORM_TOKENS_MAX); end > i; end--) {
        meant = isWhole(tokens, i, end) ? shorter.get(tokens.folded(i, end)) : null;
        if (meant != null) {
          return called(meant, tokens, i, end);
        }
      }
    }
    return null;
  }

  private static OrganisationHit called(OrganisationHit meant, Tokens tokens, int start, int end) {
    return meant.called(
        new Span(tokens, start, end, EntityKind.ORGANISATION, Mention.How.COREFERENCE));
  }

  /// Free words of one sentence; in running text no capitalised one goes on with them.
  private static boolean isWhole(Tokens tokens, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (!tokens.isJoined(i)) {
        return false;
      }
    }
    boolean goesOn =
        tokens.casings[start] == Casing.RUNNING
            && tokens.isJoined(end)
            && tokens.isCapitalised(end);
    return tokens.isFree(start, end) && tokens.isWord(end - 1) && !goesOn;
  }
}
