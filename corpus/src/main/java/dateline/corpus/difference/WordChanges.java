package dateline.corpus.difference;

import dateline.corpus.difference.TextDifference.Kind;
import dateline.corpus.difference.TextDifference.Run;
import java.util.ArrayList;
import java.util.List;

/// Gathers what stays, goes and comes within one paragraph, and sets it so that it can be read: few
/// words that stay between many that change are told as changed with them.
final class WordChanges {
  /// A stretch that stays, or one that is replaced by another.
  private static final class Part {
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private int removedWords;
    private int addedWords;
    private final boolean isKept;

    Part(boolean isKept) {
      this.isKept = isKept;
    }

    int words() {
      return Math.max(removedWords, addedWords);
    }

    void remove(String piece) {
      removed.append(piece);
      removedWords += Words.isWord(piece) ? 1 : 0;
    }

    void add(String piece) {
      added.append(piece);
      addedWords += Words.isWord(piece) ? 1 : 0;
    }

    void take(Part next) {
      removed.append(next.removed);
      added.append(next.added);
      removedWords += next.removedWords;
      addedWords += next.addedWords;
    }
  }

  private final List<Part> parts = new ArrayList<>();

  void keep(String piece) {
    Part part = part(true);
    part.remove(piece);
    part.add(piece);
  }

  void remove(String piece) {
    part(false).remove(piece);
  }

  void add(String piece) {
    part(false).add(piece);
  }

  private Part part(boolean isKept) {
    if (parts.isEmpty() || parts.getLast().isKept != isKept) {
      parts.add(new Part(isKept));
    }
    return parts.getLast();
  }

  List<Run> runs() {
    var runs = new ArrayList<Run>();
    for (Part part : readable()) {
      if (part.isKept) {
        runs.add(new Run(Kind.EQUAL, part.removed.toString()));
        continue;
      }
      if (!part.removed.isEmpty()) {
        runs.add(new Run(Kind.DELETE, part.removed.toString()));
      }
      if (!part.added.isEmpty()) {
        runs.add(new Run(Kind.INSERT, part.added.toString()));
      }
    }
    return runs;
  }

  /// Joins changes over what is small between them, until nothing is.
  private List<Part> readable() {
    var joined = new ArrayList<Part>();
    for (Part part : parts) {
      joined.add(part);
      while (joined.size() >= 3 && isSmallBetween(joined)) {
        Part change = joined.removeLast();
        Part between = joined.removeLast();
        joined.getLast().take(between);
        joined.getLast().take(change);
      }
    }
    return joined;
  }

  /// Whether the last part but one has no word, or at most half as many as each of the changes
  /// beside it: then marks of change would stand closer than words to read.
  private static boolean isSmallBetween(List<Part> parts) {
    Part before = parts.get(parts.size() - 3);
    Part between = parts.get(parts.size() - 2);
    Part after = parts.getLast();
    boolean isSmall = 2 * between.words() <= Math.min(before.words(), after.words());
    return between.isKept && (isSmall || between.words() == 0);
  }
}
