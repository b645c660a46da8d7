package dateline.index.story;

import java.util.Arrays;

/// The articles of an index by their places in it, 24 bytes each.
public final class Members {
  private final long[] sequences;
  private final long[] stories;
  private final int[] from;
  private final int[] to;

  /// @param places one more than the last place
  public Members(int places) {
    sequences = new long[places];
    stories = new long[places];
    from = new int[places];
    to = new int[places];
  }

  /// @param sequence the store's number of the version
  /// @param story the least sequence of the group that it was in; 0 for none
  public void put(int place, long sequence, When when, long story) {
    sequences[place] = sequence;
    stories[place] = story;
    from[place] = when.from();
    to[place] = when.to();
  }

  public int places() {
    return sequences.length;
  }

  /// Whether an article stands there that is not deleted.
  public boolean isThere(int place) {
    return sequences[place] != 0;
  }

  public long sequence(int place) {
    return sequences[place];
  }

  public long story(int place) {
    return stories[place];
  }

  When when(int place) {
    return new When(from[place], to[place]);
  }

  /// Whether two articles appeared so soon after each other that they can be one story.
  public boolean areNear(int one, int other) {
    return When.minutesBetween(when(one), when(other)) <= SameStory.REACH;
  }

  /// Sorts the first places of an array by the first moment of their articles.
  void sortByTime(int[] places, int count) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = ((long) from[places[i]] << Integer.SIZE) | places[i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < count; i++) {
      places[i] = (int) keys[i];
    }
  }
}
