package dateline.index.story;

import static dateline.index.story.Facts.lacking;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides whether two articles are one story, set twice: with small edits, cut, or under another
/// headline. What agencies write by one form for each company, day or market is not, even where
/// nearly every word is the same.
///
/// A reprint leaves out, corrects and rewords; it puts no other figure or name in the place of one.
/// So each of the two may say what the other leaves out, but when _each_ has figures that the other
/// lacks, or names, they are two stories. Long texts get a slip for each hundred words, since
/// papers round (`10,395 pounds` became `nearly 10,400 lb`) and mend misprints. In a table, and in
/// what is shorter than a sentence, every figure counts.
///
/// The same words come again for another occasion, too: what is short within a day, what is long
/// within a week.
///
/// The answer is the same whichever of the two comes first.
final class SameStory {
  /// A reprint of a long story loses a fifth of its runs of four words by one edit in twenty words,
  /// since each edit breaks four runs. The ten of the sample archive keep .84 and more; below .8
  /// stand stories that were written anew.
  private static final double CONTAINMENT_MIN = 0.8;

  /// What is cut to less than half keeps too little to be the same reading.
  private static final double RESEMBLANCE_MIN = 0.5;

  /// What shares less than this was cut by two fifths, and must keep the rest as it was
  /// ([#CUT_CONTAINMENT_MIN]): where much is cut _and_ edited, a running story was brought up to
  /// date.
  private static final double CUT = 0.6;

  private static final double CUT_CONTAINMENT_MIN = 0.9;

  /// A correction in every hundred words: the ten reprints of the sample archive have up to one in
  /// 130.
  private static final int WORDS_FOR_A_SLIP = 100;

  /// Shorter texts are one sentence or less (sentences of Reuters-21578 have 23 words in the
  /// middle) and often do not say whom they are about: their headline does.
  private static final int SENTENCE = 25;

  /// Shorter texts are a paragraph or two (paragraphs of Reuters-21578 have 25 words in the
  /// middle), such as are set anew each day.
  private static final int BRIEF = 60;

  /// Of a brief. What is set each day returns after 24 hours, often some minutes sooner.
  private static final long BRIEF_REACH = 20 * 60L;

  /// Of a longer story. What is set each week returns after seven days; papers take over an
  /// agency's story sooner.
  static final long REACH = 6 * 24 * 60L;

  /// Of the words of a headline, those that the other article must have somewhere. Bodies that say
  /// nothing (_Subscribe to read on_) stand under headlines that share nothing.
  private static final double HEADLINE_MIN = 1 / 3.0;

  /// Shorter beginnings do not tell that two words are one, such as _Sept_ and _September_.
  private static final int ABBREVIATION_MIN = 3;

  private SameStory() {}

  /// What two articles are to each other.
  enum Verdict {
    SAME,
    OTHER_WORDS,
    OTHER_TIME,
    OTHER_FIGURES,
    OTHER_NAMES,
    OTHER_HEADLINE
  }

  static Verdict of(StoryText one, StoryText other) {
    return of(one, other, When.minutesBetween(one.when(), other.when()));
  }

  /// @param minutes that lie between the two; not negative
  static Verdict of(StoryText one, StoryText other, long minutes) {
    if (!haveSameWords(one.shingles(), other.shingles())) {
      return Verdict.OTHER_WORDS;
    }
    int words = Math.min(one.shingles().words(), other.shingles().words());
    if (minutes > (words < BRIEF ? BRIEF_REACH : REACH)) {
      return Verdict.OTHER_TIME;
    }
    Facts here = one.facts();
    Facts there = other.facts();
    if (!haveSameFigures(here, there, words)) {
      return Verdict.OTHER_FIGURES;
    }
    if (!haveSameNames(here, there, words)) {
      return Verdict.OTHER_NAMES;
    }
    return haveSameSubject(here, there, words) ? Verdict.SAME : Verdict.OTHER_HEADLINE;
  }

  private static boolean haveSameWords(Shingles here, Shingles there) {
    double resemblance = here.resemblance(there);
    double containment = here.containment(there);
    return resemblance >= RESEMBLANCE_MIN
        && containment >= (resemblance < CUT ? CUT_CONTAINMENT_MIN : CONTAINMENT_MIN);
  }

  private static boolean haveSameFigures(Facts here, Facts there, int words) {
    Set<String> onlyHere = lacking(here.figures(), there.all());
    Set<String> onlyThere = lacking(there.figures(), here.all());
    boolean areTables = !here.table().isEmpty() && !there.table().isEmpty();
    if (words < SENTENCE || areTables) {
      return onlyHere.isEmpty()
          && onlyThere.isEmpty()
          && (!hasMore(here.table(), there.table()) || !hasMore(there.table(), here.table()));
    }
    int prose = Math.min(here.prose(), there.prose());
    return Math.min(onlyHere.size(), onlyThere.size()) <= prose / WORDS_FOR_A_SLIP;
  }

  /// Whether a figure stands more often in one table than in another.
  private static boolean hasMore(Map<String, Integer> table, Map<String, Integer> other) {
    return table.entrySet().stream()
        .anyMatch(each -> each.getValue() > other.getOrDefault(each.getKey(), 0));
  }

  private static boolean haveSameNames(Facts here, Facts there, int words) {
    if (words < SENTENCE) {
      Set<String> onlyHere = lacking(here.words(), there.words());
      Set<String> onlyThere = lacking(there.words(), here.words());
      return (onlyHere.isEmpty() || onlyThere.isEmpty())
          && lacking(here.names(), there.words()).isEmpty()
          && lacking(there.names(), here.words()).isEmpty();
    }
    Set<String> onlyHere = lacking(here.names(), there.words());
    Set<String> onlyThere = lacking(there.names(), here.words());
    return Math.min(foreign(onlyHere, onlyThere), foreign(onlyThere, onlyHere))
        <= words / WORDS_FOR_A_SLIP;
  }

  /// How many of some names are neither short for one of the others nor the other way round.
  private static long foreign(Set<String> names, Set<String> others) {
    return names.stream()
        .filter(name -> others.stream().noneMatch(other -> isShort(name, other)))
        .count();
  }

  private static boolean isShort(String one, String other) {
    return Math.min(one.length(), other.length()) >= ABBREVIATION_MIN
        && (one.startsWith(other) || other.startsWith(one));
  }

  private static boolean haveSameSubject(Facts here, Facts there, int words) {
    if (here.headline().isEmpty() || there.headline().isEmpty()) {
      return true;
    }
    Set<String> onlyHere = lacking(here.headline(), there.all());
    Set<String> onlyThere = lacking(there.headline(), here.all());
    if (words < SENTENCE) {
      if (!here.symbols().isEmpty() && here.symbols().equals(there.symbols())) {
        return true;
      }
      return onlyHere.isEmpty() || onlyThere.isEmpty();
    }
    return hasEnough(here.headline(), onlyHere) && hasEnough(there.headline(), onlyThere);
  }

  private static boolean hasEnough(List<String> headline, Set<String> lacking) {
    long words = headline.stream().distinct().count();
    return words - lacking.size() >= HEADLINE_MIN * words;
  }
}
