package dateline.index.annotate;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.OrganisationEntry;
import dateline.corpus.gazetteer.PlaceName;
import dateline.index.annotate.KnownName.Sense;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds the longest name of the gazetteer that starts at a token.
///
/// There are two views: cased text meets the names as they are written, text in capitals meets
/// names of several words and those that the gazetteer allows there.
final class NameMatcher {
  /// @param end token after the last
  record Match(int end, KnownName name) {}

  /// What a name may stand for while the gazetteer is read.
  private record Draft(List<Sense> senses, List<OrganisationEntry> organisations) {}

  /// Letters of the longest abbreviation with its point.
  private static final int POINTED_MAX = 6;

  /// Remembered of a token where no name starts.
  private static final Match NONE = new Match(0, new KnownName(List.of(), List.of()));

  private final Lexicon lexicon;
  private final NameTrie cased = new NameTrie();
  private final NameTrie capitals = new NameTrie();
  private final List<KnownName> names = new ArrayList<>();

  NameMatcher(Gazetteer gazetteer, Lexicon lexicon) {
    this.lexicon = lexicon;
    var namesBySurface = new LinkedHashMap<String, Draft>();
    for (PlaceName name : gazetteer.placeNames()) {
      gazetteer
          .place(name.placeId())
          .ifPresent(
              place -> named(namesBySurface, name.name()).senses().add(new Sense(name, place)));
    }
    for (OrganisationEntry organisation : gazetteer.organisations()) {
      Consumer<String> add = name -> named(namesBySurface, name).organisations().add(organisation);
      add.accept(organisation.label());
      organisation.aliases().forEach(add);
    }
    var words = new NameWords(lexicon);
    namesBySurface.forEach((surface, draft) ->
        add(surface, new KnownName(draft.senses(), draft.organisations()), words));
  }

  /// Names as they are written.
  NameTrie cased() {
    return cased;
  }

  /// Names as text in capitals is looked up.
  NameTrie capitals() {
    return capitals;
  }

  /// The longest name from token `start` on within its sentence; null when there is none.
  @Nullable Match longest(Tokens tokens, int start) {
    if ((tokens.traits[start] & Traits.OPENS_NAME) == 0) {
      return null;
    }
    Match known = tokens.names[start];
    if (known == null) { // several rules ask for one token
      Match found = lookUp(tokens, start);
      known = found == null ? NONE : found;
      tokens.names[start] = known;
    }
    return known.end() == NONE.end() ? null : known;
  }

  private @Nullable Match lookUp(Tokens tokens, int start) {
    boolean isCapitals = tokens.casings[start] == Tokens.Casing.CAPITALS;
    NameTrie trie = isCapitals ? capitals : cased;
    Openings.Nodes openings = tokens.spellings[start].openings;
    int node = isCapitals ? openings.nameInCapitals() : openings.name();
    int end = start + 1;
    int name = trie.payload(node);
    for (int i = start + 1; tokens.goesOn(i, Traits.CONTINUES_NAME); i++) {
      node = trie.next(node, tokens.word(i));
      if (node == NameTrie.NONE) {
        break;
      }
      if (trie.payload(node) != NameTrie.NONE) {
        end = i + 1;
        name = trie.payload(node);
      }
    }
    return name == NameTrie.NONE ? null : new Match(end, names.get(name));
  }

  /// As [#longest] in a dateline, where a name may be in capitals and a point may be missing.
  @Nullable Match longestInDateline(Tokens tokens, int start) {
    return longer(
        longestInDateline(cased, NameTrie.ROOT, tokens, start),
        longestInDateline(capitals, NameTrie.ROOT, tokens, start));
  }

  /// What goes on at token `i` from a node of a trie; _Ala_ may be the _Ala._ of Alabama though the
  /// trie has a name that opens with _Ala_.
  private @Nullable Match longestInDateline(NameTrie trie, int node, Tokens tokens, int i) {
    Spelling spelling = tokens.spellings[i];
    Match best = goOn(trie, trie.next(node, spelling.asWritten), tokens, i);
    if (spelling.title != spelling.asWritten) {
      best = longer(best, goOn(trie, trie.next(node, spelling.title), tokens, i));
    }
    boolean mayLackPoint =
        best == null && tokens.isWord(i) && tokens.ends[i] - tokens.starts[i] < POINTED_MAX;
    if (mayLackPoint) {
      char[] pointed = (tokens.text(i) + ".").toCharArray();
      int word = lexicon.id(pointed, 0, pointed.length, Lexicon.View.TITLE);
      best = goOn(trie, trie.next(node, word), tokens, i);
    }
    return best;
  }

  private @Nullable Match goOn(NameTrie trie, int node, Tokens tokens, int i) {
    if (node == NameTrie.NONE) {
      return null;
    }
    Match best = null;
    if (trie.payload(node) != NameTrie.NONE) {
      best = new Match(i + 1, names.get(trie.payload(node)));
    }
    return tokens.isJoined(i + 1)
        ? longer(best, longestInDateline(trie, node, tokens, i + 1))
        : best;
  }

  private static @Nullable Match longer(@Nullable Match one, @Nullable Match other) {
    return one == null || (other != null && other.end() > one.end()) ? other : one;
  }

  private static Draft named(Map<String, Draft> names, String surface) {
    return names.computeIfAbsent(surface, _ -> new Draft(new ArrayList<>(2), new ArrayList<>(0)));
  }

  private void add(String surface, KnownName name, NameWords words) {
    int number = names.size();
    names.add(name);
    int[] asWritten = words.of(surface);
    cased.setPayload(cased.add(asWritten), number);
    boolean mayBeCapitals =
        asWritten.length > 1
            || (name.isOrganisation() && surface.equals(surface.toUpperCase(Locale.ROOT)))
            || name.senses().stream().anyMatch(sense -> sense.has(PlaceName.Flag.CAPS));
    if (mayBeCapitals) {
      int node = capitals.add(words.withFirstCapitals(surface));
      if (capitals.payload(node) == NameTrie.NONE) {
        capitals.setPayload(node, number);
      }
    }
  }
}
