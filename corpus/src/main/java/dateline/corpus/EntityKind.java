package dateline.corpus;

import java.util.Arrays;
import java.util.Optional;

/// What a name in an article can stand for.
public enum EntityKind {
  PERSON("person"),
  PLACE("place"),
  ORGANISATION("org"),
  ISSUE("issue");

  private final String word;

  EntityKind(String word) {
    this.word = word;
  }

  /// The word for it in addresses, queries and files.
  public String word() {
    return word;
  }

  public static Optional<EntityKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
