package dateline.index.annotate;

import dateline.corpus.gazetteer.FoldedName;
import dateline.index.annotate.Tokens.Casing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts, over the articles of an archive, who bears each family name, in which titles, and which
/// words are written small or with a capital. Safe for use by many threads.
public final class NamesSeen {
  /// When more people are held, those seen once are forgotten (lossy counting, Manku and Motwani,
  /// VLDB 2002), so that memory stays below about 300 MB.
  private static final int PEOPLE_MAX = 500_000;

  private static final int TITLE_TOKENS = 6;

  /// One full name.
  static final class Seen {
    /// The longest form; of equally long ones the first in the alphabet, so that the order of
    /// articles decides nothing.
    FullName name;

    int articles;
    final Map<String, Integer> titles = new HashMap<>(4);

    /// Articles by the office before the name.
    final Map<String, Integer> offices = new HashMap<>(2);

    /// Articles by middle initials.
    final Map<String, Integer> initials = new HashMap<>(2);

    Seen(FullName name) {
      this.name = name;
    }

    String family() {
      return FoldedName.of(name.family());
    }

    private void see(FullName form) {
      int longer = Integer.compare(form.label().length(), name.label().length());
      if (longer > 0 || (longer == 0 && form.label().compareTo(name.label()) < 0)) {
        name = form;
      }
    }
  }

  private final Map<String, Seen> people = new HashMap<>();
  private final Map<String, int[]> casings = new HashMap<>();

  NamesSeen() {}

  /// The table that follows from what was seen so far.
  public synchronized LearnedNames learned() {
    return LearnedNames.from(people, new TreeMap<>(casings));
  }

  /// Forgets people seen once where there are too many. To be called between articles at the same
  /// places of an archive each time, so that the table is the same each time.
  public synchronized void forgetRare() {
    if (people.size() > PEOPLE_MAX) {
      people.values().removeIf(seen -> seen.articles == 1);
    }
  }

  void add(List<Tokens> zones, List<Person> found) {
    var named = new LinkedHashMap<Person, Set<String>>();
    for (Person person : found) {
      if (person.isFullyNamed()) {
        named.put(person, titles(person));
      }
    }
    var words = new HashMap<String, int[]>();
    zones.forEach(tokens -> countCasings(tokens, words));
    addAll(named, words);
  }

  private synchronized void addAll(Map<Person, Set<String>> named, Map<String, int[]> words) {
    named.forEach((person, titles) -> {
      FullName name = person.name();
      Seen seen = people.computeIfAbsent(name.key(), _ -> new Seen(name));
      seen.articles++;
      seen.see(name);
      seen.initials.merge(name.middleInitials(), 1, Integer::sum);
      titles.forEach(title -> seen.titles.merge(title, 1, Integer::sum));
      person.offices().forEach(office -> seen.offices.merge(office, 1, Integer::sum));
    });
    words.forEach((word, counts) -> {
      int[] all = casings.computeIfAbsent(word, _ -> new int[2]);
      all[0] += counts[0];
      all[1] += counts[1];
    });
  }

  private static Set<String> titles(Person person) {
    var titles = new HashSet<String>();
    for (Span span : person.mentions) {
      Tokens tokens = span.tokens();
      int first = Math.max(0, span.start() - TITLE_TOKENS);
      for (int i = span.start() - 1; i >= first && tokens.isJoined(i + 1); i--) {
        if (tokens.isCapitalised(i) && tokens.isWord(i)) {
          titles.add(tokens.folded(i));
        } else if (!tokens.isWord(i) && tokens.first(i) != '\'') {
          break;
        }
      }
    }
    return titles;
  }

  /// Only words of a list can be mistaken, and only inside sentences does a capital say something.
  private void countCasings(Tokens tokens, Map<String, int[]> words) {
    for (int i = 0; i < tokens.size; i++) {
      boolean isTelling =
          tokens.casings[i] == Casing.RUNNING
              && tokens.isWord(i)
              && (tokens.lowerTraits[i] & Traits.SMALL) != 0;
      if (isTelling && !tokens.isCapitalised(i)) {
        words.computeIfAbsent(lower(tokens, i), _ -> new int[2])[0]++;
      } else if (isTelling && !tokens.opensSentence(i)) {
        words.computeIfAbsent(lower(tokens, i), _ -> new int[2])[1]++;
      }
    }
  }

  private static String lower(Tokens tokens, int i) {
    return tokens.text(i).toLowerCase(Locale.ROOT);
  }
}
