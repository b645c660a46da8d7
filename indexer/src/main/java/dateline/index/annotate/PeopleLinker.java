package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.Role;
import dateline.index.annotate.People.Bare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gives family names that stand alone to the people of the article.
///
/// A name goes to the nearest person before it who can bear it, by title and gender; in a headline,
/// to the first one after it. A name without such a person names nobody, unless an office stands
/// before it.
final class PeopleLinker {
  private static final int FORM_TOKENS_MAX = 5;

  /// What a word has that opens a family name.
  private static final int MAY_OPEN = Traits.CAPITAL | Traits.PARTICLE;

  private final NameMatcher names;

  PeopleLinker(NameMatcher names) {
    this.names = names;
  }

  /// The titled names that nobody of the article bears.
  ///
  /// @param archive the full name that other articles give to a titled name; null when open
  List<Bare> link(List<Tokens> zones, People people, Function<Bare, @Nullable FullName> archive) {
    var left = new ArrayList<Bare>();
    var ordered = new ArrayList<>(people.bare);
    ordered.sort(Comparator.comparingLong(bare -> bare.span().position()));
    for (Bare bare : ordered) {
      Person person = antecedent(people.called(bare.name().folded()), bare.span(), bare.role());
      FullName known = person == null ? archive.apply(bare) : null;
      if (known != null) {
        person = people.known(known);
      } else if (person == null) {
        person = people.addTitled(bare);
      }
      if (person != null) {
        person.add(bare.span(), bare.role());
      } else {
        left.add(bare);
      }
    }
    if (!people.isEmpty()) {
      zones.forEach(tokens -> linkUntitled(tokens, people));
    }
    for (Person person : people.all()) {
      person.mentions.sort(Span.READING_ORDER);
    }
    return left;
  }

  private void linkUntitled(Tokens tokens, People people) {
    int i = 0;
    while (i < tokens.size) {
      boolean mayOpen =
          (tokens.traits[i] & MAY_OPEN) != 0 && tokens.spans[i] == null && tokens.isWord(i);
      int end = mayOpen ? formEnd(tokens, i, people) : 0;
      if (end > 0 && mayBePerson(tokens, i, end)) {
        var span = new Span(tokens, i, end, EntityKind.PERSON, Mention.How.COREFERENCE);
        Person person = antecedent(people.called(tokens.folded(i, end)), span, null);
        if (person != null) {
          tokens.take(span);
          person.add(span, null);
        }
      }
      i = Math.max(i + 1, end);
    }
  }

  /// The token behind the longest form of a person's name at `i`; 0 when there is none.
  private int formEnd(Tokens tokens, int i, People people) {
    if (!people.mayOpen(tokens.first(i))) {
      return 0;
    }
    int best = 0;
    for (int end = i + 1; end <= Math.min(tokens.size, i + FORM_TOKENS_MAX); end++) {
      boolean goesOn = end == i + 1 || (tokens.isJoined(end - 1) && tokens.spans[end - 1] == null);
      if (!goesOn) {
        break;
      }
      boolean endsInName = tokens.isCapitalised(end - 1);
      if (endsInName && !people.called(tokens.folded(i, end)).isEmpty()) {
        best = end;
      }
      boolean mayGoOn = tokens.isWord(end - 1) || tokens.is(end - 1, '-');
      if (!mayGoOn) {
        break;
      }
    }
    return best;
  }

  private boolean mayBePerson(Tokens tokens, int start, int end) {
    NameMatcher.Match match = names.longest(tokens, start);
    boolean isPossessive = tokens.is(end, "'s");
    boolean isFirstHalf =
        match != null && match.name().isPrefix() && tokens.is(end, '-') && tokens.isGlued(end);
    if (isFirstHalf) {
      return false; // Russo-Japanese
    }
    if (tokens.isLocated(start)
        && !isPossessive
        && match != null
        && match.name().isPlace()
        && match.end() == end) {
      return false;
    }
    if ((tokens.lowerTraits[start] & Traits.FUNCTION) != 0 && tokens.opensSentence(start)) {
      return false;
    }
    if (isTitle(tokens, start, end)) {
      return false;
    }
    boolean isNamedAfter =
        tokens.isJoined(end)
            && tokens.isCapitalised(end)
            && (tokens.traits[end] & (Traits.FACILITY | Traits.ORG_WORD)) != 0;
    return !isNamedAfter;
  }

  /// Alone between quotation marks, as the series in _watching “Seinfeld.”_
  private static boolean isTitle(Tokens tokens, int start, int end) {
    int mark = tokens.is(end, ',') || tokens.is(end, '.') ? end + 1 : end;
    return tokens.isGlued(start)
        && tokens.isGlued(mark)
        && ((tokens.is(start - 1, '“') && tokens.is(mark, '”'))
            || (tokens.is(start - 1, '"') && tokens.is(mark, '"'))
            || ((tokens.is(start - 1, '`') || tokens.is(start - 1, '\''))
                && tokens.is(mark, '\'')));
  }

  private static @Nullable Person antecedent(
      List<Person> candidates, Span span, @Nullable Role role) {
    long here = span.position();
    Person best = null;
    long bestDistance = Long.MAX_VALUE;
    for (Person person : candidates) {
      boolean isMeant = role != null && (person.holds(role) || person.hasGenderOf(role));
      if (!person.mayBe(role) || (!isMeant && isOther(person, here, candidates))) {
        continue;
      }
      long distance = distance(person, here, span.tokens());
      if (isMeant) {
        distance /= 1000; // a title once given outweighs nearness
      }
      if (distance < bestDistance) {
        best = person;
        bestDistance = distance;
      }
    }
    return best;
  }

  /// _Clinton_ is not the Hillary Clinton whom the article introduces as his wife, neither before
  /// that nor beside another Clinton, unless that is a Jr., who is called so.
  private static boolean isOther(Person person, long here, List<Person> candidates) {
    return person.isRelative()
        && (here < person.firstPosition()
            || candidates.stream()
                .anyMatch(other -> !other.isRelative() && other.name().suffix().isEmpty()));
  }

  /// Tokens back to the nearest mention; what comes later counts only when nothing came before.
  private static long distance(Person person, long here, Tokens tokens) {
    long distance = Long.MAX_VALUE - 1;
    for (Span mention : person.mentions) {
      long there = mention.position();
      boolean isBefore = there < here && mention.tokens() == tokens;
      distance =
          Math.min(distance, isBefore ? here - there : 1_000_000_000L + Math.abs(there - here));
    }
    return distance;
  }
}
