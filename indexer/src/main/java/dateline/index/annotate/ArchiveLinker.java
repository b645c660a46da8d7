package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.index.annotate.LearnedNames.Known;
import dateline.index.annotate.People.Bare;
import dateline.index.annotate.Tokens.Casing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Gives family names that nobody of the article bears to people whom the rest of the archive names
/// in full.
final class ArchiveLinker {
  /// Words to either side that may tell namesakes apart.
  private static final int AROUND = 6;

  private final NameMatcher names;
  private final LearnedNames learned;

  ArchiveLinker(NameMatcher names, LearnedNames learned) {
    this.names = names;
    this.learned = learned;
  }

  /// The full name behind a titled one; null when that is open.
  @Nullable FullName fullName(Bare titled) {
    Known known = bearer(titled.span(), titled.name().folded());
    return known == null ? null : known.name();
  }

  /// Names without a title.
  ///
  /// @param isOrdinary whether a word is written in small letters too
  void link(List<Tokens> zones, Predicate<String> isOrdinary, People people) {
    if (learned.isEmpty()) {
      return;
    }
    for (Tokens tokens : zones) {
      for (int i = 0; i < tokens.size; i++) {
        if (mayBeName(tokens, i) && !(needsProof(tokens, i) && isOrdinary.test(tokens.text(i)))) {
          var span = new Span(tokens, i, i + 1, EntityKind.PERSON, Mention.How.COREFERENCE);
          Known known = bearer(span, tokens.folded(i));
          if (known != null) {
            tokens.take(span);
            people.known(known.name()).add(span, null);
          }
        }
      }
    }
  }

  private @Nullable Known bearer(Span span, String family) {
    return learned.hasBearer(family) ? learned.bearer(family, around(span)) : null;
  }

  private static Set<String> around(Span span) {
    Tokens tokens = span.tokens();
    var around = new HashSet<String>();
    for (int i = span.start() - 1;
        i >= Math.max(0, span.start() - AROUND) && tokens.isJoined(i + 1);
        i--) {
      around.add(tokens.folded(i));
    }
    for (int i = span.end();
        i < Math.min(tokens.size, span.end() + AROUND) && tokens.isJoined(i);
        i++) {
      around.add(tokens.folded(i));
    }
    return around;
  }

  private boolean mayBeName(Tokens tokens, int i) {
    boolean isFree =
        tokens.isCapitalised(i)
            && tokens.spans[i] == null
            && tokens.ends[i] - tokens.starts[i] >= 3
            && (tokens.lowerTraits[i] & Traits.FUNCTION) == 0
            && (tokens.traits[i] & Traits.CALENDAR) == 0;
    return isFree
        && learned.hasBearer(tokens.folded(i))
        && names.longest(tokens, i) == null
        && (tokens.casings[i] == Casing.RUNNING
            ? LoneNames.stands(tokens, i)
            : standsInTitle(tokens, i));
  }

  private static boolean needsProof(Tokens tokens, int i) {
    return tokens.casings[i] != Casing.RUNNING || tokens.opensSentence(i);
  }

  /// Neither a first name before it nor an organisation's word behind it.
  private boolean standsInTitle(Tokens tokens, int i) {
    boolean isLed =
        tokens.isJoined(i)
            && (tokens.isInitial(i - 1) || (tokens.traits[i - 1] & Traits.FIRST_NAME) != 0);
    boolean isFollowed =
        tokens.isJoined(i + 1)
            && (tokens.is(i + 1, '&')
                || (tokens.traits[i + 1] & (Traits.ORG_WORD | Traits.COMPANY | Traits.FACILITY))
                    != 0);
    return !isLed && !isFollowed;
  }
}
