package dateline.search.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a sequence; its plain words are one part, where the first of them stands.
final class Sequence {
  private final List<Clause> parts = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private int wordsAt;

  void add(Clause part) {
    parts.add(part);
  }

  void add(List<String> plain) {
    wordsAt = words.isEmpty() ? parts.size() : wordsAt;
    words.addAll(plain);
  }

  @Nullable Clause clause(@Nullable SearchField field) {
    if (!words.isEmpty()) {
      parts.add(wordsAt, Leaves.leaf(words, field));
    }
    return parts.isEmpty() ? null : NormalForm.all(parts);
  }
}
