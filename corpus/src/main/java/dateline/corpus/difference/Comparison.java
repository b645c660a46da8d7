package dateline.corpus.difference;

import dateline.corpus.difference.TextDifference.Kind;
import dateline.corpus.difference.TextDifference.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares the paragraphs of two texts.
final class Comparison {
  private final List<ParagraphText> before;
  private final List<ParagraphText> after;
  private final Effort effort;
  private final List<List<Run>> paragraphs = new ArrayList<>();

  Comparison(List<ParagraphText> before, List<ParagraphText> after, Effort effort) {
    this.before = before;
    this.after = after;
    this.effort = effort;
  }

  List<List<Run>> paragraphs() {
    Map<String, Integer> numbers = new HashMap<>();
    int[] kept = ShortestEdit.of(numbers(before, numbers), numbers(after, numbers), effort);
    int doneBefore = 0;
    int doneAfter = 0;
    for (int i = 0; kept != null && i < before.size(); i++) {
      if (kept[i] >= 0) {
        replace(before.subList(doneBefore, i), after.subList(doneAfter, kept[i]));
        addWhole(Kind.EQUAL, before.get(i));
        doneBefore = i + 1;
        doneAfter = kept[i] + 1;
      }
    }
    replace(before.subList(doneBefore, before.size()), after.subList(doneAfter, after.size()));
    return paragraphs;
  }

  private static int[] numbers(List<ParagraphText> paragraphs, Map<String, Integer> numbers) {
    return paragraphs.stream()
        .mapToInt(paragraph -> {
          numbers.putIfAbsent(paragraph.text(), numbers.size());
          return numbers.get(paragraph.text());
        })
        .toArray();
  }

  /// Some paragraphs by some others, none of which is the same.
  private void replace(List<ParagraphText> removed, List<ParagraphText> added) {
    if (removed.isEmpty() && added.isEmpty()) {
      return;
    }
    int doneRemoved = 0;
    int doneAdded = 0;
    for (ParagraphPairs.Pair pair : ParagraphPairs.of(removed, added, effort)) {
      removed.subList(doneRemoved, pair.before()).forEach(gone -> addWhole(Kind.DELETE, gone));
      added.subList(doneAdded, pair.after()).forEach(come -> addWhole(Kind.INSERT, come));
      addChanged(removed.get(pair.before()), added.get(pair.after()));
      doneRemoved = pair.before() + 1;
      doneAdded = pair.after() + 1;
    }
    removed.subList(doneRemoved, removed.size()).forEach(gone -> addWhole(Kind.DELETE, gone));
    added.subList(doneAdded, added.size()).forEach(come -> addWhole(Kind.INSERT, come));
  }

  private void addWhole(Kind kind, ParagraphText paragraph) {
    paragraphs.add(List.of(new Run(kind, paragraph.text())));
  }

  private void addChanged(ParagraphText old, ParagraphText changed) {
    int[] kept = ShortestEdit.of(old.pieceNumbers(), changed.pieceNumbers(), effort);
    if (kept == null) {
      addWhole(Kind.DELETE, old);
      addWhole(Kind.INSERT, changed);
      return;
    }
    var changes = new WordChanges();
    int done = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] < 0) {
        changes.remove(old.pieces().get(i));
        continue;
      }
      changed.pieces().subList(done, kept[i]).forEach(changes::add);
      changes.keep(old.pieces().get(i));
      done = kept[i] + 1;
    }
    changed.pieces().subList(done, changed.pieces().size()).forEach(changes::add);
    paragraphs.add(changes.runs());
  }
}
