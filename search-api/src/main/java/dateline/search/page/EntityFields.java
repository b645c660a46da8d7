package dateline.search.page;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import java.util.Optional;

/// Which kind of entity a field holds, and which filter selects the articles that are about an
/// entity of a kind.
final class EntityFields {
  private EntityFields() {}

  /// Empty for a field whose values are no entities.
  static Optional<EntityKind> kind(ArticleField field) {
    return switch (field) {
      case PERSON -> Optional.of(EntityKind.PERSON);
      case PLACE, PLACE_MENTION -> Optional.of(EntityKind.PLACE);
      case ORG -> Optional.of(EntityKind.ORGANISATION);
      case ISSUE -> Optional.of(EntityKind.ISSUE);
      case SOURCE, SECTION, AUTHOR, LANGUAGE, TYPE, TAG -> Optional.empty();
    };
  }

  static ArticleField of(EntityKind kind) {
    return switch (kind) {
      case PERSON -> ArticleField.PERSON;
      case PLACE -> ArticleField.PLACE;
      case ORGANISATION -> ArticleField.ORG;
      case ISSUE -> ArticleField.ISSUE;
    };
  }
}
