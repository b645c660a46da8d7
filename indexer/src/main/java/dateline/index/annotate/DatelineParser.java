package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.PlaceName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the place from which a story was sent: in the dateline field (`SALEM, Ore., March 2`) or
/// in front of the first sentences (`NAIROBI, Kenya (AP) _`, `Washington, March 3 -`).
final class DatelineParser {
  private static final int OPENING_TOKENS_MAX = 18;

  /// Copyright lines and correspondents' names may stand before the opening.
  private static final int PARAGRAPHS_MAX = 4;

  private final NameMatcher names;

  DatelineParser(NameMatcher names) {
    this.names = names;
  }

  /// The places named, as far as the gazetteer knows them; takes their tokens.
  List<PlaceHit> parse(Tokens tokens) {
    if (tokens.zone == Zone.DATELINE) {
      return places(tokens, 0, tokens.size);
    }
    int paragraphs = 0;
    for (int i = 0; i < tokens.size && paragraphs < PARAGRAPHS_MAX; i++) {
      if (tokens.breaks[i] == Tokens.PARAGRAPH) {
        paragraphs++;
        int end = openingEnd(tokens, i);
        if (end > i) {
          return places(tokens, i, end);
        }
      }
    }
    return List.of();
  }

  /// The dash that closes an opening at `start`; 0 when there is none.
  private int openingEnd(Tokens tokens, int start) {
    boolean hasSign = isShouted(tokens, start);
    if (!tokens.isCapitalised(start)) {
      return 0;
    }
    for (int i = start + 1; i < Math.min(tokens.size, start + OPENING_TOKENS_MAX); i++) {
      if (tokens.breaks[i] == Tokens.PARAGRAPH || tokens.is(i, '.') || tokens.is(i, ':')) {
        return 0;
      }
      if (isDash(tokens, i)) {
        return hasSign ? i : 0;
      }
      boolean isCalendar = (tokens.traits[i] & Traits.CALENDAR) != 0;
      hasSign |= isCalendar || (tokens.is(i, '(') && tokens.isCapitalised(i + 1));
      boolean isPartOfPlace = tokens.isCapitalised(i) || !tokens.isWord(i);
      if (!isPartOfPlace && (tokens.traits[i] & Traits.PARTICLE) == 0) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isDash(Tokens tokens, int i) {
    return tokens.is(i, '_')
        || tokens.is(i, '—')
        || tokens.is(i, '–')
        || (tokens.is(i, '-') && !(tokens.isGlued(i) && tokens.isGlued(i + 1)));
  }

  private static boolean isShouted(Tokens tokens, int i) {
    return tokens.isCapitalised(i)
        && tokens.ends[i] - tokens.starts[i] > 2
        && Character.isUpperCase(tokens.chars[tokens.starts[i] + 1])
        && Character.isUpperCase(tokens.chars[tokens.ends[i] - 1]);
  }

  private List<PlaceHit> places(Tokens tokens, int start, int end) {
    var hits = new ArrayList<PlaceHit>();
    NameMatcher.Match city = names.longestInDateline(tokens, start);
    int next = city == null ? nextComma(tokens, start, end) : city.end();
    KnownName region = null;
    if (tokens.is(next, ',') && next + 1 < end) {
      NameMatcher.Match container = names.longestInDateline(tokens, next + 1);
      if (container != null && container.name().isWide()) {
        region = container.name();
        hits.add(hit(tokens, next + 1, container.end(), region, null));
      }
    }
    boolean isDate = (tokens.traits[start] & Traits.CALENDAR) != 0;
    if (city != null && city.end() <= end && !isDate && isCity(city.name())) {
      hits.addFirst(hit(tokens, start, city.end(), city.name(), region));
    }
    return hits;
  }

  private static boolean isCity(KnownName name) {
    return name.isPlace() && !name.has(PlaceName.Flag.AFTER_COMMA);
  }

  private static int nextComma(Tokens tokens, int start, int end) {
    int i = start;
    while (i < end && !tokens.is(i, ',')) {
      i++;
    }
    return i;
  }

  private static PlaceHit hit(
      Tokens tokens, int start, int end, KnownName name, @Nullable KnownName container) {
    var span = new Span(tokens, start, end, EntityKind.PLACE, Mention.How.NAME);
    tokens.take(span);
    return new PlaceHit(span, name, container, PlaceHit.Source.DATELINE);
  }
}
