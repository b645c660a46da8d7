package dateline.index.story;

import dateline.corpus.Article;
import java.io.IOException;
import java.util.Arrays;

/// Forms groups of near-identical articles: whoever is one story with a member belongs to the
/// group. For use by one thread.
///
/// It is given buckets, the articles that share one of their [Bands]. Cost grows with the number of
/// articles, not with its square, since a bucket is gone through in the order of time: articles of
/// the same text stand for each other, so that each article meets one of each _other_ text within
/// reach, and no pair is compared when the two are known to hang together already. Memory is
/// bounded but for eight bytes an article.
public final class Grouping {
  /// Pairs that wait to be compared, in the order of places, so that texts are read in the order of
  /// the store and each pair once: 8 MB.
  private static final int PAIRS = 1 << 20;

  /// Texts in one bucket within reach that an article meets; the nearest in time. Reuters-21578 has
  /// no more than 8. Only beyond it can a run upon an older generation, which sees fewer articles
  /// at once, find pairs that a full one does not.
  private static final int RIVALS = 64;

  /// Where the texts are.
  public interface Source {
    /// @param sequence the store's number of the version
    Article article(long sequence) throws IOException;
  }

  private final Members members;
  private final Texts texts;
  private final Components components;

  /// The place of an article with the same headline and text, that stands for it.
  private final int[] twins;

  private final long[] pairs = new long[PAIRS];
  private int waiting;
  private final int[] rivals = new int[RIVALS];
  private int meeting;

  public Grouping(Members members, Source source) {
    this.members = members;
    texts = new Texts(source);
    components = new Components(members.places());
    twins = new int[members.places()];
    Arrays.setAll(twins, place -> place);
  }

  /// Takes articles that share a band. Those that share their whole text must all come first.
  ///
  /// @param places of articles that are there; may be sorted otherwise by this call
  /// @param count how many of them
  public void bucket(long band, int[] places, int count) throws IOException {
    members.sortByTime(places, count);
    if (Bands.isWhole(band)) {
      for (int i = 1; i < count; i++) {
        twins[places[i]] = places[0];
      }
    }
    meeting = 0;
    for (int i = 0; i < count; i++) {
      meet(places[i], Bands.isWhole(band));
    }
  }

  /// The group of each place: the least sequence in it; 0 where there is no other article in it.
  public long[] stories() throws IOException {
    settle();
    long[] least = new long[members.places()];
    int[] sizes = new int[members.places()];
    for (int place = 0; place < least.length; place++) {
      int root = components.root(place);
      long sequence = members.sequence(place);
      least[root] = sizes[root] == 0 ? sequence : Math.min(least[root], sequence);
      sizes[root]++;
    }
    long[] stories = new long[members.places()];
    for (int place = 0; place < stories.length; place++) {
      int root = components.root(place);
      stories[place] = sizes[root] > 1 ? least[root] : 0;
    }
    return stories;
  }

  /// Pairs an article with the one of each text that lasted longest, and lets it take the place of
  /// the one of its own. Whoever of that text is within reach of a later article, the one that
  /// lasted longest is too, and within reach of him.
  private void meet(int place, boolean isWhole) throws IOException {
    int own = -1;
    int kept = 0;
    for (int i = 0; i < meeting; i++) {
      int rival = rivals[i];
      if (!members.areNear(rival, place)) {
        continue; // nor is it near any later one
      }
      boolean isTwin = twins[rival] == twins[place];
      if (isTwin == isWhole) {
        pair(rival, place);
      }
      if (isTwin) {
        own = kept;
      }
      rivals[kept++] = rival;
    }
    meeting = kept;
    if (own >= 0) {
      int last = members.when(rivals[own]).to() > members.when(place).to() ? rivals[own] : place;
      System.arraycopy(rivals, own + 1, rivals, own, meeting - own - 1);
      rivals[meeting - 1] = last;
    } else {
      if (meeting == RIVALS) {
        System.arraycopy(rivals, 1, rivals, 0, --meeting);
      }
      rivals[meeting++] = place;
    }
  }

  private void pair(int one, int other) throws IOException {
    if (components.areJoined(one, other)) {
      return;
    }
    if (waiting == PAIRS) {
      settle();
    }
    pairs[waiting++] = ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
  }

  private void settle() throws IOException {
    Arrays.sort(pairs, 0, waiting);
    for (int i = 0; i < waiting; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        compare((int) (pairs[i] >>> Integer.SIZE), (int) pairs[i]);
      }
    }
    waiting = 0;
  }

  private void compare(int one, int other) throws IOException {
    if (components.areJoined(one, other)) {
      return;
    }
    StoryText here = texts.of(members.sequence(twins[one]));
    StoryText there = texts.of(members.sequence(twins[other]));
    long minutes = When.minutesBetween(members.when(one), members.when(other));
    if (SameStory.of(here, there, minutes) == SameStory.Verdict.SAME) {
      components.join(one, other);
    }
  }
}
