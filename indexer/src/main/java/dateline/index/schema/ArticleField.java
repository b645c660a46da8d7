package dateline.index.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The fields by which articles are filtered and counted. Each is a list of stable values an
/// article has.
public enum ArticleField {
  PERSON("person"),
  /// What the story is about; [#PLACE_MENTION] is any place it names.
  PLACE("place"),
  PLACE_MENTION("place_mention"),
  ORG("org"),
  ISSUE("issue"),
  SOURCE("source"),
  SECTION("section"),
  AUTHOR("author"),
  LANGUAGE("lang"),
  TYPE("type"),
  /// The source's own tags, `kind:value`.
  TAG("tag");

  private final String parameter;

  ArticleField(String parameter) {
    this.parameter = parameter;
  }

  /// The name that callers use and that the index bears.
  public String parameter() {
    return parameter;
  }

  public static Optional<ArticleField> of(String parameter) {
    return Arrays.stream(values())
        .filter(field -> field.parameter.equals(parameter.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
