package dateline.search.page;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;

/// Which filter selects the articles that are about an entity of a kind.
final class EntityFields {
  private EntityFields() {}

  static ArticleField of(EntityKind kind) {
    return switch (kind) {
      case PERSON -> ArticleField.PERSON;
      case PLACE -> ArticleField.PLACE;
      case ORGANISATION -> ArticleField.ORG;
      case ISSUE -> ArticleField.ISSUE;
    };
  }
}
